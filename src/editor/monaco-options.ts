import type { editor } from 'monaco-editor/editor';

const fontFamily = '"Sometype Mono", "Sometype fallback", ui-monospace, "Cascadia Mono", Menlo, monospace';

/** As `document.fonts` asks for it. */
export const codeFont = '450 14px "Sometype Mono"';

/** In the metrics of `code.css`, so that nothing moves when the editor takes the place of the static code. */
export const appearance: editor.IStandaloneEditorConstructionOptions = {
  fontFamily,
  fontSize: 14,
  fontWeight: '450',
  lineHeight: 23,
  fontLigatures: false,
  lineNumbersMinChars: 3,
  // The number of an empty last line is dimmed below what can be read on some systems.
  renderFinalNewline: 'on',
  lineDecorationsWidth: 18,
  glyphMargin: false,
  folding: false,
  padding: { top: 12, bottom: 12 },
  scrollBeyondLastLine: false,
  scrollBeyondLastColumn: 2,
  wordWrap: 'off',
  minimap: { enabled: false },
  overviewRulerLanes: 0,
  overviewRulerBorder: false,
  hideCursorInOverviewRuler: true,
  renderLineHighlight: 'none',
  guides: { indentation: false, bracketPairs: false },
  bracketPairColorization: { enabled: false },
  'semanticHighlighting.enabled': false,
  stickyScroll: { enabled: false },
  scrollbar: {
    alwaysConsumeMouseWheel: false,
    useShadows: false,
    verticalScrollbarSize: 10,
    horizontalScrollbarSize: 10,
  },
  automaticLayout: true,
  // Our own inks have the contrast; Monaco's high-contrast theme would come and go over them.
  autoDetectHighContrast: false,
  fixedOverflowWidgets: true,
  tabSize: 2,
  insertSpaces: true,
  detectIndentation: false,
  find: { addExtraSpaceOnTop: false },
  links: false,
  colorDecorators: false,
  lightbulb: { enabled: 'off' as editor.ShowLightbulbIconMode.Off },
  // The browser's own menu knows copy, paste and spelling; Monaco's would hide it.
  contextmenu: false,
  wordBasedSuggestions: 'off',
  suggest: { showWords: false, showIcons: false },
  dropIntoEditor: { enabled: false },
  readOnlyMessage: { value: 'This file belongs to the lab or the exercise: you can read it and not change it.' },
};

import { editor, type IDisposable, KeyCode, KeyMod } from 'monaco-editor/editor';
import type { CodeEditor, CreateEditor, EditorFile, EditorOptions, Mark, Problem } from './code-editor.ts';
import { leaveByEscape } from './monaco-leave.ts';
import { markLines, markProblems } from './monaco-marks.ts';
import { createModels, type Models } from './monaco-models.ts';
import { appearance, codeFont } from './monaco-options.ts';
import { setUpMonaco } from './monaco-setup.ts';
import { followPageTheme } from './monaco-theme.ts';

/** Monaco with TypeScript checking against the lab's real types. Import it late: it is most of a megabyte. */
export const createMonacoEditor: CreateEditor = async (host, options) => {
  setUpMonaco(options.types, options.onTrouble ?? (() => {}));
  const stopTheme = followPageTheme();
  // Monaco measures letters once; measured in another font, the cursor would stand beside them ever after.
  await document.fonts.load(codeFont, 'code').catch(() => []);
  return new MonacoEditor(host, options, stopTheme);
};

class MonacoEditor implements CodeEditor {
  readonly kind = 'monaco';
  readonly #options: EditorOptions;
  readonly #stopTheme: () => void;
  readonly #models: Models;
  readonly #code: editor.IStandaloneCodeEditor;
  readonly #views = new Map<string, editor.ICodeEditorViewState | null>();
  readonly #opener: IDisposable;
  #decorations: editor.IEditorDecorationsCollection | undefined;
  #shown: string | undefined;
  #marks: readonly Mark[] = [];

  constructor(host: HTMLElement, options: EditorOptions, stopTheme: () => void) {
    this.#options = options;
    this.#stopTheme = stopTheme;
    this.#models = createModels(options.onChange);
    this.#code = editor.create(host, {
      ...appearance,
      model: null,
    });
    this.setScreenReader(options.screenReader ?? false);
    this.#addShortcuts();
    leaveByEscape(this.#code);
    this.#opener = editor.registerEditorOpener({
      openCodeEditor: (source, resource, place) => {
        const path = source === this.#code ? this.#models.pathOf(resource) : undefined;
        if (path === undefined) return false;
        options.onOpen?.(path, place && ('lineNumber' in place ? place.lineNumber : place.startLineNumber));
        return true;
      },
    });
  }

  setFiles(files: readonly EditorFile[]): void {
    // A model that is still on show must not be taken away from under the editor.
    if (!files.some((file) => file.path === this.#shown)) {
      this.#code.setModel(null);
      this.#shown = undefined;
    }
    this.#models.set(files);
    const first = this.#shown ?? files[0]?.path;
    if (first !== undefined) this.show(first);
  }

  show(path: string, line?: number): void {
    const model = this.#models.get(path);
    if (!model) return;
    if (this.#shown !== path) {
      if (this.#shown !== undefined) this.#views.set(this.#shown, this.#code.saveViewState());
      this.#shown = path;
      this.#code.setModel(model);
      this.#code.restoreViewState(this.#views.get(path) ?? null);
      this.#decorations = this.#code.createDecorationsCollection(markLines(this.#marks, path));
    }
    const readOnly = this.#models.isReadOnly(path);
    this.#code.updateOptions({
      readOnly,
      ariaLabel: `${this.#options.label}, ${path}${readOnly ? ', read only' : ''}. Esc, then Tab leaves the editor.`,
    });
    if (line !== undefined) this.#reveal(Math.min(line, model.getLineCount()));
  }

  focus(): void {
    this.#code.focus();
  }

  setMarks(marks: readonly Mark[]): void {
    this.#marks = marks;
    if (this.#shown !== undefined) this.#decorations?.set(markLines(marks, this.#shown));
  }

  setProblems(problems: readonly Problem[]): void {
    markProblems(this.#models, problems);
  }

  setScreenReader(isOn: boolean): void {
    this.#code.updateOptions({ accessibilitySupport: isOn ? 'on' : 'auto' });
  }

  dispose(): void {
    this.#stopTheme();
    this.#opener.dispose();
    this.#code.dispose();
    this.#models.dispose();
  }

  #reveal(line: number): void {
    this.#code.setPosition({ lineNumber: line, column: 1 });
    this.#code.revealLineInCenterIfOutsideViewport(line, editor.ScrollType.Immediate);
  }

  #addShortcuts(): void {
    const { onCheck, onRun, onSave } = this.#options;
    const keys = [
      { id: 'check', label: 'Check', keybindings: [KeyMod.CtrlCmd | KeyCode.Enter], run: onCheck },
      { id: 'run', label: 'Run', keybindings: [KeyMod.Shift | KeyCode.Enter], run: onRun },
      { id: 'save', label: 'Save', keybindings: [KeyMod.CtrlCmd | KeyCode.KeyS], run: onSave },
    ];
    for (const key of keys) this.#code.addAction({ ...key, run: () => key.run() });
  }
}

import type { CodeEditor, EditorFile, Mark, Problem } from '#editor/code-editor.ts';
import { whenAboutToEdit } from '#editor/intent.ts';
import { type LateEditor, type LoadState, loadEditorLate } from '#editor/load-editor.ts';
import { paintCode } from '#editor/paint-code.ts';
import { preferences } from '#stores/preferences.ts';
import { build } from './build-element.ts';
import type { Library } from './exercise-library.ts';

export interface CodeAreaOptions {
  readonly label: string;
  readonly library: Library;
  onChange(path: string, text: string): void;
  onOpen(path: string, line?: number): void;
  onCheck(): void;
  onRun(): void;
  onSave(): void;
  /** Words about the editor itself; empty when there is nothing to say. */
  tell(words: string): void;
}

/**
 * The place where the code stands: static text until somebody is about to edit, then an editor in the same place. Files,
 * marks and problems may be given at any time; the editor gets them when it is there.
 */
export interface CodeArea {
  setFiles(files: readonly EditorFile[]): void;
  show(path: string, line?: number): void;
  setMarks(marks: readonly Mark[]): void;
  setProblems(problems: readonly Problem[]): void;
  /** Loads the editor now, for a mark or a problem has to be seen. */
  load(): Promise<void>;
  /** The editor that is there; before that, undefined. */
  kind(): CodeEditor['kind'] | undefined;
  changeEditor(): void;
  /** Lays the full editor out for a screen reader, or no longer. */
  changeScreenReader(): void;
  dispose(): void;
}

export function createCodeArea(host: HTMLElement, options: CodeAreaOptions): CodeArea {
  let files: readonly EditorFile[] = [];
  let marks: readonly Mark[] = [];
  let problems: readonly Problem[] = [];
  let shown = '';
  /** To be revealed once the editor is there. */
  let line: number | undefined;
  let late: LateEditor | undefined;
  let loading: Promise<void> | undefined;
  const editor = () => late?.editor;
  const stopWaiting = whenAboutToEdit(host, () => void load());
  const stopPrinting = onPrinting(
    () => drawAll(host, files),
    () => drawStatic(host, files, shown),
  );

  function ready(made: CodeEditor): void {
    made.setFiles(files);
    made.setMarks(marks);
    made.setProblems(problems);
    made.show(shown, line);
  }

  function load(): Promise<void> {
    stopWaiting();
    loading ??= start();
    return loading;
  }

  /** The editor's type checker wants the lab's sources from the beginning; without them it still edits. */
  async function start(): Promise<void> {
    const types = await options.library.types().catch(() => []);
    late = loadEditorLate(host, {
      ...options,
      types,
      choice: preferences.values.get().editor,
      screenReader: preferences.values.get().screenReader,
      onTrouble: options.tell,
      tell: (state) => options.tell(wordsOf(state)),
      ready,
    });
    await late.load();
  }

  return {
    setFiles(next) {
      files = next;
      if (editor()) editor()?.setFiles(next);
      else drawStatic(host, next, shown);
    },
    show(path, at) {
      line = at ?? (path === shown ? line : undefined);
      shown = path;
      if (editor()) editor()?.show(path, at);
      else drawStatic(host, files, path);
    },
    setMarks(next) {
      marks = next;
      editor()?.setMarks(next);
    },
    setProblems(next) {
      problems = next;
      editor()?.setProblems(next);
    },
    load,
    kind: () => editor()?.kind,
    changeEditor() {
      const next = editor()?.kind === 'plain' ? 'monaco' : 'plain';
      preferences.set({ editor: next });
      void load().then(() => late?.use(next));
    },
    changeScreenReader() {
      const screenReader = !preferences.values.get().screenReader;
      preferences.set({ screenReader });
      editor()?.setScreenReader(screenReader);
    },
    dispose() {
      stopWaiting();
      stopPrinting();
      late?.dispose();
    },
  };
}

/** Paper has no tabs: all files, one below the other. */
function drawAll(host: HTMLElement, files: readonly EditorFile[]): void {
  drawStatic(host, files, '');
  for (const file of host.querySelectorAll<HTMLDetailsElement>('[data-file]')) file.open = true;
}

function onPrinting(begin: () => void, end: () => void): () => void {
  addEventListener('beforeprint', begin);
  addEventListener('afterprint', end);
  return () => {
    removeEventListener('beforeprint', begin);
    removeEventListener('afterprint', end);
  };
}

/** Brings the server-rendered files to the draft's text, as far as it differs. */
function drawStatic(host: HTMLElement, files: readonly EditorFile[], shown: string): void {
  const drawn = new Map(
    [...host.querySelectorAll<HTMLDetailsElement>('[data-file]')].map((one) => [one.dataset.file, one]),
  );
  for (const { path, text } of files) {
    const place = drawn.get(path) ?? host.appendChild(emptyFile(path));
    const pre = place.querySelector('pre');
    if (pre && pre.textContent?.trimEnd() !== text.trimEnd()) paintCode(pre, text);
    place.open = path === shown;
    drawn.delete(path);
  }
  for (const gone of drawn.values()) gone.remove();
}

function emptyFile(path: string): HTMLDetailsElement {
  const pre = build('pre', { class: 'code', tabindex: 0, role: 'group', 'aria-label': path });
  return build('details', { class: 'file', 'data-file': path }, build('summary', { class: 'unscripted' }, path), pre);
}

function wordsOf(state: LoadState): string {
  switch (state.kind) {
    case 'loading':
      return state.words;
    case 'ready':
      return '';
    case 'stood in':
      return state.because;
  }
}

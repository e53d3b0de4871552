import type { CodeEditor, CreateEditor, EditorOptions } from './code-editor.ts';
import { whenAboutToEdit } from './intent.ts';
import { createPlainEditor } from './plain-editor.ts';

/** The editor of one sandbox: its bytes come when somebody is about to edit, and not before. */
export interface LateEditor {
  /** The editor once it is there; before that, undefined. */
  readonly editor: CodeEditor | undefined;
  /** Loads now, for instance because a tab was chosen. Never rejects: the plain editor stands in for one that fails. */
  load(): Promise<CodeEditor>;
  /** Takes the other editor from now on. */
  use(choice: EditorChoice): Promise<CodeEditor>;
  dispose(): void;
}

/** As it stands in the preferences. */
export type EditorChoice = 'automatic' | 'monaco' | 'plain';

export interface LateEditorOptions extends EditorOptions {
  readonly choice: EditorChoice;
  /** Hears what happens, in words for a status line: first of loading, then of a stand-in. */
  readonly tell: (state: LoadState) => void;
  /** Called for each editor that becomes ready, to hand it files and marks. */
  readonly ready: (editor: CodeEditor) => void;
}

export type LoadState =
  | { readonly kind: 'loading'; readonly words: string }
  | { readonly kind: 'ready'; readonly editor: CodeEditor['kind'] }
  /** Monaco did not load; `because` is a sentence that says what works all the same. */
  | { readonly kind: 'stood in'; readonly because: string };

/**
 * Watches `host`, which holds the static code (`code-host` in `code.css`), and lays the editor over it once somebody points
 * at it, moves the focus into it, or rests with it in view.
 */
export function loadEditorLate(host: HTMLElement, options: LateEditorOptions): LateEditor {
  let choice = options.choice;
  let loading: Promise<CodeEditor> | undefined;
  let current: { readonly editor: CodeEditor; readonly layer: HTMLElement } | undefined;
  let isDisposed = false;

  const load = () => {
    stopWaiting();
    loading ??= replace();
    return loading;
  };

  async function replace(): Promise<CodeEditor> {
    const layer = document.createElement('div');
    layer.className = 'editor-layer';
    layer.hidden = true;
    host.append(layer);
    const editor = await create(layer, options, kindFor(choice));
    if (isDisposed) editor.dispose();
    else takeOver(editor, layer);
    return editor;
  }

  function takeOver(editor: CodeEditor, layer: HTMLElement): void {
    // Whoever had the focus in what disappears goes on in the editor; nobody else is moved.
    const hadFocus = host.contains(document.activeElement);
    layer.hidden = false;
    options.ready(editor);
    current?.editor.dispose();
    current?.layer.remove();
    current = { editor, layer };
    host.dataset.editor = editor.kind;
    for (const code of host.querySelectorAll<HTMLElement>('pre.code')) code.inert = true;
    if (hadFocus) editor.focus();
  }

  const stopWaiting = whenAboutToEdit(host, () => void load());

  return {
    get editor() {
      return current?.editor;
    },
    load,
    use(next) {
      choice = next;
      if (current && current.editor.kind !== kindFor(next)) loading = replace();
      return load();
    },
    dispose() {
      isDisposed = true;
      stopWaiting();
      current?.editor.dispose();
      current?.layer.remove();
      delete host.dataset.editor;
      for (const code of host.querySelectorAll<HTMLElement>('pre.code')) code.inert = false;
    },
  };
}

function kindFor(choice: EditorChoice): CodeEditor['kind'] {
  if (choice !== 'automatic') return choice;
  return matchMedia('(any-pointer: fine)').matches || !matchMedia('(any-pointer: coarse)').matches ? 'monaco' : 'plain';
}

async function create(layer: HTMLElement, options: LateEditorOptions, kind: CodeEditor['kind']): Promise<CodeEditor> {
  if (kind === 'monaco') {
    options.tell({ kind: 'loading', words: 'The editor is on its way. You can read on.' });
    try {
      const editor = await loadMonaco(layer, options);
      options.tell({ kind: 'ready', editor: 'monaco' });
      return editor;
    } catch (thrown) {
      layer.replaceChildren();
      options.tell({ kind: 'stood in', because: standIn(thrown) });
      return createPlainEditor(layer, options);
    }
  }
  const editor = await createPlainEditor(layer, options);
  options.tell({ kind: 'ready', editor: 'plain' });
  return editor;
}

const loadMonaco: CreateEditor = async (layer, options) => {
  if (typeof Worker === 'undefined') throw new Error('this browser has no workers');
  const { createMonacoEditor } = await import('./monaco-editor.ts');
  return createMonacoEditor(layer, options);
};

function standIn(thrown: unknown): string {
  const reason =
    thrown instanceof Error && thrown.message === 'this browser has no workers' ? `: ${thrown.message}` : '';
  return `The full editor could not be loaded${reason}. This plain one takes its place, and your code is saved as before. Reload the page to try again.`;
}

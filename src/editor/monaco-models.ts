import { editor, type IDisposable, Uri } from 'monaco-editor/editor';
import type { EditorFile } from './code-editor.ts';
import { isPackageFile, packagesUri } from './monaco-types.ts';

/** The files of one editor as Monaco's models: each with its own undo history, all seen by the type checker. */
export interface Models {
  set(files: readonly EditorFile[]): void;
  get(path: string): editor.ITextModel | undefined;
  isReadOnly(path: string): boolean;
  pathOf(uri: Uri): string | undefined;
  paths(): readonly string[];
  dispose(): void;
}

export function createModels(onChange: (path: string, text: string) => void): Models {
  // Two sandboxes on one page may both have an `orders.ts`.
  const folder = `file:///sandbox-${++count}/`;
  const open = new Map<
    string,
    { readonly model: editor.ITextModel; readonly listening: IDisposable; readOnly: boolean }
  >();
  let isOurs = false;

  function add(file: EditorFile): void {
    const uri = Uri.parse((isPackageFile(file.path) ? packagesUri : folder) + file.path);
    const model = editor.getModel(uri) ?? editor.createModel(file.text, 'typescript', uri);
    model.updateOptions({ tabSize: 2, insertSpaces: true, bracketColorizationOptions: noBracketColors });
    model.setEOL(editor.EndOfLineSequence.LF);
    const listening = model.onDidChangeContent(() => {
      if (!isOurs) onChange(file.path, model.getValue());
    });
    open.set(file.path, { model, listening, readOnly: file.readOnly });
  }

  function remove(path: string): void {
    open.get(path)?.listening.dispose();
    open.get(path)?.model.dispose();
    open.delete(path);
  }

  return {
    set(files) {
      for (const path of open.keys()) if (!files.some((file) => file.path === path)) remove(path);
      for (const file of files) {
        if (!open.has(file.path)) add(file);
        const { model } = Object.assign(open.get(file.path)!, { readOnly: file.readOnly });
        isOurs = true;
        replaceText(model, file.text.replaceAll('\r\n', '\n'));
        isOurs = false;
      }
    },
    get: (path) => open.get(path)?.model,
    isReadOnly: (path) => open.get(path)?.readOnly ?? true,
    pathOf(uri) {
      const text = uri.toString();
      if (text.startsWith(folder)) return text.slice(folder.length);
      return text.startsWith(packagesUri) ? text.slice(packagesUri.length) : undefined;
    },
    paths: () => [...open.keys()],
    dispose() {
      for (const path of open.keys()) remove(path);
    },
  };
}

let count = 0;

const noBracketColors = { enabled: false, independentColorPoolPerBracketType: false };

/** Changes only what differs, as an edit that can be undone, so that the cursor stays where it was. */
function replaceText(model: editor.ITextModel, text: string): void {
  const before = model.getValue();
  if (before === text) return;
  const shorter = Math.min(before.length, text.length);
  let start = 0;
  while (start < shorter && before[start] === text[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === text.at(-1 - end)) end += 1;
  const from = model.getPositionAt(start);
  const to = model.getPositionAt(before.length - end);
  const range = {
    startLineNumber: from.lineNumber,
    startColumn: from.column,
    endLineNumber: to.lineNumber,
    endColumn: to.column,
  };
  model.pushStackElement();
  model.pushEditOperations([], [{ range, text: text.slice(start, text.length - end) }], () => null);
  model.pushStackElement();
}

import 'monaco-editor/features/bracketMatching/register';
import 'monaco-editor/features/caretOperations/register';
import 'monaco-editor/features/clipboard/register';
import 'monaco-editor/features/codeAction/register';
import 'monaco-editor/features/codeEditor/register';
import 'monaco-editor/features/codicon/register';
import 'monaco-editor/features/comment/register';
import 'monaco-editor/features/cursorUndo/register';
import 'monaco-editor/features/find/register';
import 'monaco-editor/features/gotoError/register';
import 'monaco-editor/features/gotoSymbol/register';
import 'monaco-editor/features/hover/register';
import 'monaco-editor/features/indentation/register';
import 'monaco-editor/features/lineSelection/register';
import 'monaco-editor/features/linesOperations/register';
import 'monaco-editor/features/multicursor/register';
import 'monaco-editor/features/parameterHints/register';
import 'monaco-editor/features/readOnlyMessage/register';
import 'monaco-editor/features/rename/register';
import 'monaco-editor/features/smartSelect/register';
import 'monaco-editor/features/snippet/register';
// The feature of that name brings suggestions inside the line; this is the list.
import 'monaco-editor/editor/contrib/suggest/browser/suggestController';
import 'monaco-editor/features/toggleTabFocusMode/register';
import 'monaco-editor/features/wordHighlighter/register';
import 'monaco-editor/features/wordOperations/register';
import EditorWorker from 'monaco-editor/editor/editor.worker?worker';
import TypeScriptWorker from 'monaco-editor/languages/features/typescript/ts.worker?worker';
import type { SourceFile } from '#exercise/exercise-data.ts';
import { registerTypeScript } from './monaco-language.ts';
import { checkTypes } from './monaco-types.ts';

/** Readies what all editors of a page share. `trouble` hears a sentence when a part could not be loaded. */
export function setUpMonaco(types: readonly SourceFile[], trouble: (sentence: string) => void): void {
  globalThis.MonacoEnvironment = { getWorker: (_, label) => startWorker(label, trouble) };
  if (!isSetUp) {
    isSetUp = true;
    registerTypeScript();
  }
  checkTypes(types);
}

let isSetUp = false;

function startWorker(label: string, trouble: (sentence: string) => void): Worker {
  if (label !== 'typescript') return new EditorWorker();
  const worker = new TypeScriptWorker();
  worker.addEventListener('error', (event) => {
    // An error inside a running worker says where; one without a place means that it never came.
    if (event.lineno) return;
    trouble(
      'Types are not checked, because a part of the editor could not be loaded. Everything else works; reload to try again.',
    );
  });
  return worker;
}

import { editor, MarkerSeverity } from 'monaco-editor/editor';
import type { Mark, Problem } from './code-editor.ts';
import type { Models } from './monaco-models.ts';

/** Lines of the story on show, in marker yellow, with what is said after the line. They move along with edits. */
export function markLines(marks: readonly Mark[], path: string): editor.IModelDeltaDecoration[] {
  return marks
    .filter((mark) => mark.path === path)
    .map((mark) => ({
      range: {
        startLineNumber: mark.line,
        startColumn: 1,
        endLineNumber: mark.line,
        endColumn: Number.MAX_SAFE_INTEGER,
      },
      options: {
        isWholeLine: true,
        className: 'code-hit',
        marginClassName: 'code-hit',
        lineNumberClassName: 'code-hit-number',
        showIfCollapsed: true,
        after: {
          content: mark.label,
          inlineClassName: `why is-${mark.kind}`,
          inlineClassNameAffectsLetterSpacing: true,
        },
      },
    }));
}

/** An engine's problems, beside the type checker's own. */
export function markProblems(models: Models, problems: readonly Problem[]): void {
  for (const path of models.paths()) {
    const model = models.get(path);
    if (!model) continue;
    const markers = problems
      .filter((problem) => problem.path === path && problem.line <= model.getLineCount())
      .map(({ line, column, message }) => ({
        severity: MarkerSeverity.Error,
        message,
        startLineNumber: line,
        startColumn: column,
        endLineNumber: line,
        endColumn: model.getWordAtPosition({ lineNumber: line, column })?.endColumn ?? column + 1,
      }));
    editor.setModelMarkers(model, 'engine', markers);
  }
}

import type { SourceFile } from '#exercise/exercise-data.ts';

/** What the page asks of an editor; Monaco and the plain textarea both answer it. */
export interface CodeEditor {
  readonly kind: 'monaco' | 'plain';
  /** Replaces what is there. Text of a file that did not change keeps its cursor and its undo history. */
  setFiles(files: readonly EditorFile[]): void;
  /** Shows a file; with a line, reveals it. Never takes the focus. */
  show(path: string, line?: number): void;
  focus(): void;
  /** Lines of the story on show: where the crash struck, where the evidence arose. Replaces the marks before. */
  setMarks(marks: readonly Mark[]): void;
  /** Problems found by an engine, beside the editor's own type errors. */
  setProblems(problems: readonly Problem[]): void;
  /** Lays the code out for a screen reader; a plain editor always is. */
  setScreenReader(isOn: boolean): void;
  dispose(): void;
}

export interface EditorFile extends SourceFile {
  readonly readOnly: boolean;
}

export interface Mark {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly kind: 'crash' | 'evidence' | 'step';
  /** Said beside the line: "crashed here, 43 ms". */
  readonly label: string;
}

export interface Problem {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export interface EditorOptions {
  readonly label: string;
  readonly onChange: (path: string, text: string) => void;
  readonly onCheck: () => void;
  readonly onRun: () => void;
  readonly onSave: () => void;
  /** The lab as a package, for the type checker: paths such as `lab/lab.ts`, `lab/globals.d.ts`, `lab/package.json`. */
  readonly types: readonly SourceFile[];
  /** The learner followed a name into another file. The editor itself stays where it is. */
  readonly onOpen?: (path: string, line?: number) => void;
  /** A part of the editor is missing; the sentence says which, and what works all the same. */
  readonly onTrouble?: (sentence: string) => void;
  /** The learner uses a screen reader; otherwise the browser is asked. */
  readonly screenReader?: boolean;
}

export type CreateEditor = (host: HTMLElement, options: EditorOptions) => Promise<CodeEditor>;

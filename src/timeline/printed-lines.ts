import type { Trace } from 'lab/authoring';

/** What a program printed in a play, in its order, as console shows it. Verdicts stand elsewhere. */
export interface PrintedLine {
  readonly at: number;
  readonly process: string;
  /** Only what is more than a note says how grave it is. */
  readonly level: 'warn' | 'error' | undefined;
  readonly text: string;
}

/** What is shown of it, and how many lines that leaves out; `cut` of them an engine has left out already. */
export function shownLines(trace: Trace, cut = 0): ShownLines {
  const printed = printedLines(trace);
  const all = printed.length + cut;
  const lines = printed.slice(0, MOST_PRINTED_LINES);
  return { lines, all, leftOut: all - lines.length };
}

export interface ShownLines {
  readonly lines: readonly PrintedLine[];
  readonly all: number;
  readonly leftOut: number;
}

function printedLines(trace: Trace): readonly PrintedLine[] {
  return trace.flatMap((entry) =>
    entry.kind === 'logged'
      ? [
          {
            at: entry.at,
            process: entry.process,
            level: entry.level === 'warn' || entry.level === 'error' ? entry.level : undefined,
            text: entry.text,
          },
        ]
      : [],
  );
}

/** "no lines", "1 line", "12 lines". */
export function linesCounted(lines: number): string {
  if (lines === 0) return 'no lines';
  return lines === 1 ? '1 line' : `${lines} lines`;
}

/** "12 more lines are not shown." */
export function linesLeftOut(lines: number): string {
  return lines === 1 ? '1 more line is not shown.' : `${lines} more lines are not shown.`;
}

/** More than this nobody reads. */
const MOST_PRINTED_LINES = 200;

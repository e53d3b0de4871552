import type { Trace } from 'lab/authoring';

/** What a program printed in a play, in its order, as console shows it. Verdicts stand elsewhere. */
export interface PrintedLine {
  readonly at: number;
  readonly process: string;
  /** Only what is more than a note says how grave it is. */
  readonly level: 'warn' | 'error' | undefined;
  readonly text: string;
}

export function printedLines(trace: Trace): readonly PrintedLine[] {
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
  return `${lines} more lines are not shown.`;
}

/** More than this nobody reads. */
export const MOST_PRINTED_LINES = 200;

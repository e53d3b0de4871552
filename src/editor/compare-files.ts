import { diffArrays } from 'diff';
import type { SourceFile } from '#exercise/exercise-data.ts';

/** How a file of the learner's differs from the solution's file of that name. */
export interface FileComparison {
  readonly path: string;
  readonly in: 'both' | 'yours' | 'ours';
  readonly runs: readonly Run[];
}

/** A run of lines. A change has the lines that are only in one's own code and those only in the solution; either may be none. */
export interface Run {
  readonly kind: 'same' | 'change';
  readonly yours: Lines;
  readonly ours: Lines;
}

/** Lines by number, from 1: from `first` on, `count` of them. */
export interface Lines {
  readonly first: number;
  readonly count: number;
}

/** Compares by path, in the solution's order; files that only the learner has come last. */
export function compareFiles(yours: readonly SourceFile[], ours: readonly SourceFile[]): readonly FileComparison[] {
  const find = (files: readonly SourceFile[], path: string) => files.find((file) => file.path === path)?.text;
  const paths = new Set([...ours, ...yours].map((file) => file.path));
  return [...paths].map((path) => {
    const mine = find(yours, path);
    const solution = find(ours, path);
    return {
      path,
      in: mine === undefined ? 'ours' : solution === undefined ? 'yours' : 'both',
      runs: compare(linesOf(mine ?? ''), linesOf(solution ?? '')),
    };
  });
}

/** A last line break ends a line and begins none. */
export function linesOf(text: string): readonly string[] {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

function compare(yours: readonly string[], ours: readonly string[]): readonly Run[] {
  const runs: Run[] = [];
  let mine = 1;
  let solution = 1;
  for (const part of diffArrays([...yours], [...ours])) {
    const count = part.value.length;
    const run: Run = {
      kind: part.added || part.removed ? 'change' : 'same',
      yours: { first: mine, count: part.added ? 0 : count },
      ours: { first: solution, count: part.removed ? 0 : count },
    };
    mine += run.yours.count;
    solution += run.ours.count;
    join(runs, run);
  }
  return runs;
}

/** What was taken away and what came in its place are one change. */
function join(runs: Run[], run: Run): void {
  const last = runs.at(-1);
  if (last?.kind !== 'change' || run.kind !== 'change') {
    runs.push(run);
    return;
  }
  runs[runs.length - 1] = {
    kind: 'change',
    yours: { first: last.yours.first, count: last.yours.count + run.yours.count },
    ours: { first: last.ours.first, count: last.ours.count + run.ours.count },
  };
}

import { columnsOf, columnsOfLetter } from './text-columns.ts';
import { joined, type Rows, type Run, run } from './text-runs.ts';

/** Broken at spaces into lines of at most so many columns; a word that is too long for a line is broken itself. */
export function wrapped(runs: readonly Run[], columns: number): Rows {
  const lines: Run[][] = [];
  let line: Run[] = [];
  let taken = 0;
  const endLine = (rest: Run[]) => {
    lines.push(line);
    line = rest;
    taken = rest.reduce((sum, { text }) => sum + columnsOf(text), 0);
  };
  for (const next of lettersOf(runs)) {
    const wide = columnsOfLetter(next.text);
    if (taken + wide > columns && line.length > 0) {
      const space = next.text === ' ' ? line.length : line.findLastIndex(({ text }) => text === ' ');
      endLine(space > 0 ? line.splice(space).slice(1) : []);
    }
    if (next.text === ' ' && line.length === 0 && lines.length > 0) continue;
    line.push(next);
    taken += wide;
  }
  if (line.length > 0 || lines.length === 0) lines.push(line);
  return lines.map(joined);
}

/** Lines that begin at a column; before the first of them stands what fills it up. */
export function hung(lines: Rows, indent: number, head?: readonly Run[]): Rows {
  const pad = [run(' '.repeat(indent))];
  return lines.map((line, i) => [...(i === 0 && head ? head : pad), ...line]);
}

/** Letter by letter, each with the look of its piece. */
function lettersOf(runs: readonly Run[]): Run[] {
  return runs.flatMap(({ text, looks }) => [...text].map((letter) => ({ text: letter, looks })));
}

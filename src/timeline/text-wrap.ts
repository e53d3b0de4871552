import { columnsOf, columnsOfLetter } from './text-columns.ts';
import type { Look } from './text-ink.ts';
import { type Rows, type Run, run } from './text-runs.ts';

/** Broken at spaces into lines of at most so many columns; a word that is too long for a line is broken itself. */
export function wrapped(runs: readonly Run[], columns: number): Rows {
  const lines: Letter[][] = [];
  let line: Letter[] = [];
  let taken = 0;
  const endLine = (rest: Letter[]) => {
    lines.push(line);
    line = rest;
    taken = rest.reduce((sum, { letter }) => sum + columnsOf(letter), 0);
  };
  for (const next of lettersOf(runs)) {
    const wide = columnsOfLetter(next.letter);
    if (taken + wide > columns && line.length > 0) {
      const space = next.letter === ' ' ? line.length : line.findLastIndex(({ letter }) => letter === ' ');
      endLine(space > 0 ? line.splice(space).slice(1) : []);
    }
    if (next.letter === ' ' && line.length === 0 && lines.length > 0) continue;
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

interface Letter {
  readonly letter: string;
  readonly looks: readonly Look[];
}

function lettersOf(runs: readonly Run[]): Letter[] {
  return runs.flatMap(({ text, looks }) => [...text].map((letter) => ({ letter, looks })));
}

function joined(letters: readonly Letter[]): readonly Run[] {
  const runs: { text: string; readonly looks: readonly Look[] }[] = [];
  for (const { letter, looks } of letters) {
    const last = runs.at(-1);
    if (last && last.looks === looks) last.text += letter;
    else runs.push({ text: letter, looks });
  }
  return runs;
}

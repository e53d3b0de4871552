import { columnsOf, columnsOfLetter } from './text-columns.ts';
import type { Ink, Look } from './text-ink.ts';
import { visible } from './visible.ts';

/** A piece of a line that looks the same throughout. Only `run` makes one, so that nothing reaches a terminal unseen. */
export interface Run {
  readonly text: string;
  readonly looks: readonly Look[];
}

export function run(text: string, ...looks: readonly Look[]): Run {
  return { text: visible(text).replace(AMOUNT, `$1${UNBROKEN}$2`), looks };
}

export function painted(runs: readonly Run[], ink: Ink): string {
  const line = trimmed(runs).map(({ text, looks }) =>
    looks.reduce((inner, look) => ink[look](inner), text.replaceAll(UNBROKEN, ' ')),
  );
  return line.join('');
}

export function columnsOfRuns(runs: readonly Run[]): number {
  return runs.reduce((sum, { text }) => sum + columnsOf(text), 0);
}

/** Broken at spaces into lines of at most so many columns; a word that is too long for a line is broken itself. */
export function wrappedRuns(runs: readonly Run[], width: number): readonly (readonly Run[])[] {
  const letters = runs.flatMap(({ text, looks }) => [...text].map((letter): Letter => ({ letter, looks })));
  const lines: Letter[][] = [];
  let line: Letter[] = [];
  let columns = 0;
  const end = (rest: Letter[]) => {
    lines.push(line);
    line = rest;
    columns = columnsOfRuns(rest.map(({ letter, looks }) => ({ text: letter, looks })));
  };
  for (const next of letters) {
    const wide = columnsOfLetter(next.letter);
    if (columns + wide > width && line.length > 0) {
      if (next.letter === ' ') {
        end([]);
        continue;
      }
      const space = line.findLastIndex(({ letter }) => letter === ' ');
      end(space > 0 ? line.splice(space).slice(1) : []);
    }
    if (next.letter === ' ' && line.length === 0 && lines.length > 0) continue;
    line.push(next);
    columns += wide;
  }
  if (line.length > 0 || lines.length === 0) lines.push(line);
  return lines.map(joined);
}

/** A space at which no line is broken. Who copies the text gets an ordinary one. */
export const UNBROKEN = '\u00a0';
/** A number and its unit stay together. */
const AMOUNT = /(\d) (ms|s|min)\b/g;

interface Letter {
  readonly letter: string;
  readonly looks: readonly Look[];
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

/** Without what is empty at the end, which would be underlined or copied for nothing. */
function trimmed(runs: readonly Run[]): readonly Run[] {
  const kept = [...runs];
  for (let last = kept.pop(); last; last = kept.pop()) {
    const text = last.text.trimEnd();
    if (text !== '') return [...kept, { ...last, text }];
  }
  return [];
}

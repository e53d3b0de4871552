import type { Ink, Look } from './text-ink.ts';
import { visible } from './visible.ts';

/** A piece of a line that looks the same throughout. Only `run` makes one, so that nothing reaches a terminal unseen. */
export interface Run {
  readonly text: string;
  readonly looks: readonly Look[];
}

export type Rows = readonly (readonly Run[])[];

export function run(text: string, ...looks: readonly Look[]): Run {
  return { text: visible(text).replace(AMOUNT, `$1${UNBROKEN}$2`), looks };
}

/** Rows as lines, without a break after the last of them. */
export function painted(rows: Rows, ink: Ink): string {
  return rows.map((row) => paintedRow(row, ink)).join('\n');
}

/** With an empty line between parts that say anything. */
export function apart(parts: readonly Rows[]): Rows {
  return parts.filter((part) => part.length > 0).flatMap((part, i) => (i === 0 ? part : [[], ...part]));
}

/** A space at which no line is broken. Who copies the text gets an ordinary one. */
export const UNBROKEN = '\u00a0';
/** A number and its unit stay together. */
const AMOUNT = /(\d) (ms|s|min)\b/g;

function paintedRow(row: readonly Run[], ink: Ink): string {
  return trimmed(joined(row))
    .map(({ text, looks }) => looks.reduce((inner, look) => ink[look](inner), text.replaceAll(UNBROKEN, ' ')))
    .join('');
}

/** Neighbours that look the same are painted at once. */
export function joined(row: readonly Run[]): readonly Run[] {
  const runs: { text: string; readonly looks: readonly Look[] }[] = [];
  for (const { text, looks } of row) {
    const last = runs.at(-1);
    if (last && last.looks.join() === looks.join()) last.text += text;
    else runs.push({ text, looks });
  }
  return runs;
}

/** Without the spaces at the end, which would be copied for nothing. */
function trimmed(row: readonly Run[]): readonly Run[] {
  const kept = [...row];
  for (let last = kept.pop(); last; last = kept.pop()) {
    const text = last.text.trimEnd();
    if (text !== '') return [...kept, { ...last, text }];
  }
  return [];
}

import type { SourceFile } from '#exercise/exercise-data.ts';
import type { Place } from '#timeline/story.ts';
import { columnsOf, cutTo } from '#timeline/text-columns.ts';
import { type Rows, run } from '#timeline/text-runs.ts';
import { visible } from '#timeline/visible.ts';

/** The line of the learner’s code at a place, with a caret under the column; nothing when there is no such line. */
export function excerptRows(place: Place, files: readonly SourceFile[], columns: number): Rows {
  const line = files.find(({ path }) => path === place.path)?.text.split(/\r\n|\r|\n/)[place.line - 1];
  if (line === undefined || line.trim() === '') return [];
  const number = `${place.line}`;
  const room = columns - number.length - 3;
  if (room < LEAST_CODE) return [];
  const before = shown(line.slice(0, place.column - 1));
  const rest = shown(line.slice(place.column - 1));
  // Of a long line what matters is around the caret.
  const from = columnsOf(before) <= room * 0.8 ? 0 : columnsOf(before) - Math.floor(room / 2);
  const head = from === 0 ? before : `…${endOf(before, columnsOf(before) - from - 1)}`;
  return [
    [run(`${number} │ `, 'quiet'), run(cutTo(head + rest, room))],
    [run(`${' '.repeat(number.length)} │ `, 'quiet'), run(' '.repeat(columnsOf(head))), run('^', 'failed', 'strong')],
  ];
}

/** A tab is as wide as a terminal likes; two columns are always two columns. */
function shown(code: string): string {
  return visible(code.replaceAll('\t', '  '));
}

function endOf(text: string, columns: number): string {
  const letters = [...text];
  let kept = '';
  for (let letter = letters.pop(); letter !== undefined; letter = letters.pop()) {
    if (columnsOf(letter + kept) > columns) break;
    kept = letter + kept;
  }
  return kept;
}

const LEAST_CODE = 12;

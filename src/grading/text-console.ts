import { linesCounted, linesLeftOut, type PrintedLine, shownLines } from '#timeline/printed-lines.ts';
import type { Story } from '#timeline/story.ts';
import { columnsOf, cutTo } from '#timeline/text-columns.ts';
import { type Room, roomFor, type TextOptions } from '#timeline/text-room.ts';
import { painted, type Rows, run } from '#timeline/text-runs.ts';
import { hung, wrapped } from '#timeline/text-wrap.ts';
import { visible } from '#timeline/visible.ts';

/** What the program printed in a play: moment, process, text. `what` names the play: "the run". */
export function textConsole(printed: Printed, what: string, options: TextOptions): string {
  return painted(consoleRows(printed, what, roomFor(options)), options.ink);
}

type Printed = Pick<Story, 'trace' | 'cutLines'>;

export function consoleRows({ trace, cutLines }: Printed, what: string, { columns }: Room): Rows {
  const { lines: shown, all, leftOut } = shownLines(trace, cutLines);
  const moments = Math.max(0, ...shown.map(({ at }) => momentOf(at).length));
  const names = Math.max(0, ...shown.map((line) => columnsOf(nameOf(line))));
  return [
    ...wrapped([run('Console', 'strong'), run(`  ${linesCounted(all)} from ${what}`, 'quiet')], columns),
    ...shown.flatMap((line) => lineRows(line, moments, names, columns)),
    ...(leftOut > 0 ? wrapped([run(linesLeftOut(leftOut), 'quiet')], columns) : []),
  ];
}

function lineRows(line: PrintedLine, moments: number, names: number, columns: number): Rows {
  const name = nameOf(line);
  const moment = run(`${momentOf(line.at).padStart(moments)}  `, 'quiet');
  const level = line.level === undefined ? [] : [run(`${line.level} `, 'failed', 'strong')];
  const texts = line.text.split(/\r\n|\r|\n/).map((text) => run(text.replaceAll('\t', '  ')));
  const besides = moments + 2 + names + 2;
  const indent = columns - besides < LEAST_TEXT ? 2 : besides;
  const rows = texts.flatMap((text, i) => wrapped([...(i === 0 ? level : []), text], columns - indent));
  // Beside a long name in a narrow terminal there is no room left.
  if (indent === 2) return [...wrapped([moment, run(name, 'strong')], columns), ...hung(rows, indent)];
  return hung(rows, indent, [moment, run(name, 'strong'), run(' '.repeat(names - columnsOf(name) + 2))]);
}

const momentOf = (at: number): string => `${Math.round(at)} ms`;
const nameOf = ({ process }: PrintedLine): string => cutTo(visible(process), LONGEST_NAME);

const LONGEST_NAME = 18;
const LEAST_TEXT = 20;

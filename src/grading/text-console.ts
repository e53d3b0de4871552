import type { Trace } from 'lab/authoring';
import {
  linesCounted,
  linesLeftOut,
  MOST_PRINTED_LINES,
  type PrintedLine,
  printedLines,
} from '#timeline/printed-lines.ts';
import { columnsOf, cutTo } from '#timeline/text-columns.ts';
import { painted, type Run, run, wrappedRuns } from '#timeline/text-runs.ts';
import type { TextOptions } from '#timeline/text-timeline.ts';
import { visible } from '#timeline/visible.ts';

/** What the program printed in a play: moment, process, text. `what` names the play: "the run". */
export function textConsole(trace: Trace, what: string, { width, ink }: TextOptions): string {
  return consoleRows(trace, what, width)
    .map((row) => painted(row, ink))
    .join('\n');
}

export function consoleRows(trace: Trace, what: string, width: number): readonly (readonly Run[])[] {
  const printed = printedLines(trace);
  const shown = printed.slice(0, MOST_PRINTED_LINES);
  const more = printed.length - shown.length;
  const moments = Math.max(0, ...shown.map(({ at }) => momentOf(at).length));
  const names = Math.max(0, ...shown.map((line) => columnsOf(nameOf(line))));
  return [
    ...wrappedRuns([run('Console', 'strong'), run(`  ${linesCounted(printed.length)} from ${what}`, 'quiet')], width),
    ...shown.flatMap((line) => lineRows(line, moments, names, width)),
    ...(more > 0 ? wrappedRuns([run(linesLeftOut(more), 'quiet')], width) : []),
  ];
}

function lineRows(line: PrintedLine, moments: number, names: number, width: number): readonly (readonly Run[])[] {
  const name = nameOf(line);
  const head = `${momentOf(line.at).padStart(moments)}  `;
  const pad = ' '.repeat(names - columnsOf(name) + 2);
  const indent = columnsOf(head) + names + 2;
  // Beside a long name in a narrow terminal there is no room left.
  const isTight = width - indent < LEAST_TEXT;
  const before = [run(head, 'quiet'), run(name, 'strong'), run(isTight ? '  ' : pad)];
  const level = line.level === undefined ? [] : [run(`${line.level} `, 'failed', 'strong')];
  const lines = line.text.split(/\r\n|\r|\n/).map((text) => run(text.replaceAll('\t', '  ')));
  if (isTight) return wrappedRuns([...before, ...level, ...lines], width);
  return lines
    .flatMap((text, i) => wrappedRuns([...(i === 0 ? level : []), text], width - indent))
    .map((row, i) => [...(i === 0 ? before : [run(' '.repeat(indent))]), ...row]);
}

const momentOf = (at: number): string => `${Math.round(at)} ms`;
const nameOf = ({ process }: PrintedLine): string => cutTo(visible(process), LONGEST_NAME);

const LONGEST_NAME = 18;
const LEAST_TEXT = 20;

import type { SourceFile } from '#exercise/exercise-data.ts';
import { columnsOf } from '#timeline/text-columns.ts';
import { type Run, run, wrappedRuns } from '#timeline/text-runs.ts';
import { placeText } from '#timeline/text-words.ts';
import { type RemarkLine, type Row, wordOf } from './row.ts';
import { withBadge } from './schedule-words.ts';
import { excerptRows } from './text-excerpt.ts';
import { outcomeLooks, outcomeMark } from './text-marks.ts';

/** Every check in its order: its mark, its word and its title, and below it the story behind it. */
export function checkRows(
  rows: readonly Row[],
  files: readonly SourceFile[],
  width: number,
  plain: boolean,
): readonly (readonly Run[])[] {
  const words = Math.max(0, ...rows.map((row) => columnsOf(wordOf(row))));
  const isTight = plain || width - words - 4 < LEAST_TITLE;
  return rows.flatMap((row) => {
    const looks = outcomeLooks(row.outcome);
    const word = isTight ? `${wordOf(row)}: ` : `${wordOf(row).padEnd(words)}  `;
    const head = [...(plain ? [] : [run(`${outcomeMark(row.outcome)} `, ...looks)]), run(word, ...looks)];
    const indent = isTight ? 2 : words + 4;
    const title = run(row.title, ...(row.outcome === 'failed' || row.outcome === 'error' ? (['strong'] as const) : []));
    if (!isTight) return hung(head, [[title], ...bodyOf(row)], excerptOf(row, files, width - indent), indent, width);
    const [first = [], ...rest] = wrappedRuns([...head, title], width);
    return [first, ...rest, ...hung([], bodyOf(row), excerptOf(row, files, width - indent), indent, width)];
  });
}

/** Paragraphs hung at a column, with what stands before the first of them. */
function hung(
  head: readonly Run[],
  paragraphs: readonly (readonly Run[])[],
  code: readonly (readonly Run[])[],
  indent: number,
  width: number,
): readonly (readonly Run[])[] {
  const lines = [...paragraphs.flatMap((paragraph) => wrappedRuns(paragraph, width - indent)), ...code];
  return lines.map((line, i) => [...(i === 0 && head.length > 0 ? head : [run(' '.repeat(indent))]), ...line]);
}

function bodyOf(row: Row): readonly (readonly Run[])[] {
  const { story, schedule, place, remarks } = row;
  return [
    ...(story ? [story.map(({ kind, text }) => run(text, ...(kind === 'marked' ? (['marked'] as const) : [])))] : []),
    ...(schedule ? [scheduleRuns(schedule.weather, schedule)] : []),
    ...(place ? [[run(placeText(place), 'place')]] : []),
    ...remarks.flatMap(({ text, often, schedule: shows }) => [[run(text)], scheduleRuns(often, shows)]),
  ];
}

function scheduleRuns(words: string, schedule: RemarkLine['schedule']): readonly Run[] {
  const text = schedule.badge === 'calm' ? [] : [run('  '), run(schedule.text, 'place')];
  return [run(withBadge(words, schedule), 'quiet'), ...text];
}

function excerptOf({ place }: Row, files: readonly SourceFile[], width: number): readonly (readonly Run[])[] {
  return place ? excerptRows(place, files, width) : [];
}

/** With less than this beside the words, titles stand below each other anyway. */
const LEAST_TITLE = 28;

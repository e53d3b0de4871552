import type { SourceFile } from '#exercise/exercise-data.ts';
import { columnsOf } from '#timeline/text-columns.ts';
import type { Room } from '#timeline/text-room.ts';
import { type Rows, type Run, run } from '#timeline/text-runs.ts';
import { placeText } from '#timeline/text-words.ts';
import { hung, wrapped } from '#timeline/text-wrap.ts';
import { isBroken, REMARKED, type RemarkLine, type Row } from './row.ts';
import { withBadge } from './schedule-words.ts';
import { excerptRows } from './text-excerpt.ts';
import { outcomeLooks, outcomeMark } from './text-marks.ts';
import { segmentRun } from './text-verdict.ts';

/** Every check in its order: its mark, its word and its title, and below it the story behind it. */
export function checkRows(rows: readonly Row[], files: readonly SourceFile[], { columns, plain }: Room): Rows {
  const words = Math.max(0, ...rows.map(({ word }) => columnsOf(word)));
  const isTight = plain || columns - words - 4 < LEAST_TITLE;
  const indent = isTight ? 0 : words + 4;
  return rows.flatMap((row) => {
    const looks = outcomeLooks(row.outcome);
    const mark = plain ? [] : [run(`${outcomeMark(row.outcome)} `, ...looks)];
    const head = [...mark, run(isTight ? `${row.word}: ` : `${row.word.padEnd(words)}  `, ...looks)];
    const title = run(row.title, ...(isBroken(row) ? (['strong'] as const) : []));
    const titled = isTight
      ? wrapped([...head, title], columns)
      : hung(wrapped([title], columns - indent), indent, head);
    return [...titled, ...hung(bodyRows(row, files, columns - indent - 2), indent + 2)];
  });
}

function bodyRows(row: Row, files: readonly SourceFile[], columns: number): Rows {
  const code = row.place ? excerptRows(row.place, files, columns) : [];
  return [...bodyOf(row).flatMap((paragraph) => wrapped(paragraph, columns)), ...code];
}

function bodyOf(row: Row): readonly (readonly Run[])[] {
  const { story, schedule, place, remarks } = row;
  return [
    ...(story ? [story.map(segmentRun)] : []),
    ...(schedule ? [scheduleRuns(schedule.weather, schedule)] : []),
    ...(place ? [[run(placeText(place), 'place')]] : []),
    ...remarks.flatMap(({ text, often, schedule: shows }) => [
      [run(`${REMARKED}: `, 'strong'), run(text)],
      scheduleRuns(often, shows),
    ]),
  ];
}

function scheduleRuns(words: string, schedule: RemarkLine['schedule']): readonly Run[] {
  const text = schedule.badge === 'calm' ? [] : [run('  '), run(schedule.text, 'place')];
  return [run(withBadge(words, schedule), 'quiet'), ...text];
}

/** With less than this beside the words, titles stand below each other anyway. */
const LEAST_TITLE = 28;

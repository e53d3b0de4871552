import type { SourceFile } from '#exercise/exercise-data.ts';
import type { Room } from '#timeline/text-room.ts';
import { type Rows, type Run, run } from '#timeline/text-runs.ts';
import { placeText } from '#timeline/text-words.ts';
import { hung, wrapped } from '#timeline/text-wrap.ts';
import { excerptRows } from './text-excerpt.ts';
import { outcomeLooks, outcomeMark } from './text-marks.ts';
import { MOST_PROBLEMS, type Trouble } from './trouble.ts';

/** What stands in the way of judging: its headline, what happened, and the lines of code that it is about. */
export function troubleRows(
  trouble: Trouble,
  headline: readonly Run[],
  files: readonly SourceFile[],
  { columns, plain }: Room,
): Rows {
  const mark = plain ? [] : [run(`${outcomeMark(trouble.outcome)} `, ...outcomeLooks(trouble.outcome))];
  const details = hung(detailRows(trouble, files, columns - INDENT), INDENT);
  return [...wrapped([...mark, ...headline], columns), ...details];
}

function detailRows({ because, place, problems }: Trouble, files: readonly SourceFile[], columns: number): Rows {
  const more = problems.length - MOST_PROBLEMS;
  return [
    ...(because === '' ? [] : wrapped([run(because)], columns)),
    ...problems
      .slice(0, MOST_PROBLEMS)
      .flatMap((problem) => [
        ...wrapped([run(placeText(problem), 'place'), run(`  ${problem.message}`)], columns),
        ...excerptRows(problem, files, columns),
      ]),
    ...(more > 0 ? [[run(`${more} more.`, 'quiet')]] : []),
    ...(place && problems.length === 0
      ? [...wrapped([run(placeText(place), 'place')], columns), ...excerptRows(place, files, columns)]
      : []),
  ];
}

const INDENT = 2;

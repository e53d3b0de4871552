import type { SourceFile } from '#exercise/exercise-data.ts';
import { type Run, run, wrappedRuns } from '#timeline/text-runs.ts';
import { placeText } from '#timeline/text-words.ts';
import { excerptRows } from './text-excerpt.ts';
import { MOST_PROBLEMS, type Trouble } from './trouble.ts';

/** What stands in the way of judging: what happened, and where, with the lines of code that it is about. */
export function troubleRows(
  trouble: Trouble,
  files: readonly SourceFile[],
  width: number,
): readonly (readonly Run[])[] {
  const { because, place, problems } = trouble;
  const more = problems.length - MOST_PROBLEMS;
  return [
    ...(because === '' ? [] : wrappedRuns([run(because)], width)),
    ...problems
      .slice(0, MOST_PROBLEMS)
      .flatMap((problem) => [
        ...wrappedRuns([run(placeText(problem), 'place'), run(`  ${problem.message}`)], width),
        ...excerptRows(problem, files, width),
      ]),
    ...(more > 0 ? [[run(`${more} more.`, 'quiet')]] : []),
    ...(place && problems.length === 0
      ? [...wrappedRuns([run(placeText(place), 'place')], width), ...excerptRows(place, files, width)]
      : []),
  ];
}

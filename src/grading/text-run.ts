import type { SourceFile } from '#exercise/exercise-data.ts';
import { sceneOf } from '#timeline/scene-of.ts';
import type { Story } from '#timeline/story.ts';
import { painted, type Run, run, wrappedRuns } from '#timeline/text-runs.ts';
import { type TextOptions, timelineRows } from '#timeline/text-timeline.ts';
import { placeText } from '#timeline/text-words.ts';
import type { Ending } from './ending.ts';
import { runHeading } from './schedule-words.ts';
import { consoleRows } from './text-console.ts';
import { excerptRows } from './text-excerpt.ts';
import { outcomeLooks, outcomeMark } from './text-marks.ts';
import { troubleRows } from './text-trouble.ts';
import { thrownIn } from './thrown.ts';
import { troubleOf } from './trouble.ts';

export interface RunOptions extends TextOptions {
  readonly files?: readonly SourceFile[];
}

/** The exercise’s own run: what happened, what was printed, what was thrown, and how it ended when it ended badly. */
export function textRun(
  story: Story | undefined,
  ending: Ending,
  { width, ink, plain = false, files = [] }: RunOptions,
): string {
  const parts = [
    ...(story ? storyParts(story, width, plain) : []),
    story ? thrownRows(story, files, width) : [],
    endingRows(ending, files, width, plain),
  ];
  const rows = parts.filter((part) => part.length > 0).flatMap((part, i) => (i === 0 ? part : [[], ...part]));
  return rows.map((row) => painted(row, ink)).join('\n');
}

type Rows = readonly (readonly Run[])[];

function storyParts(story: Story, width: number, plain: boolean): readonly Rows[] {
  return [
    wrappedRuns([run(runHeading(story.schedule), 'strong')], width),
    story.cut === undefined ? [] : wrappedRuns([run(story.cut)], width),
    timelineRows(sceneOf(story), width, plain),
    consoleRows(story.trace, 'the run', width),
  ];
}

function thrownRows(story: Story, files: readonly SourceFile[], width: number): Rows {
  return thrownIn(story).flatMap(({ words, place }) => [
    ...wrappedRuns([run(words), ...(place ? [run('  '), run(placeText(place), 'place')] : [])], width),
    ...(place ? excerptRows(place, files, width) : []),
  ]);
}

function endingRows(ending: Ending, files: readonly SourceFile[], width: number, plain: boolean): Rows {
  const trouble = troubleOf(ending);
  if (!trouble) return [];
  const mark = plain ? [] : [run(`${outcomeMark(trouble.outcome)} `, ...outcomeLooks(trouble.outcome))];
  return [...wrappedRuns([...mark, run(trouble.headline, 'strong')], width), ...troubleRows(trouble, files, width)];
}

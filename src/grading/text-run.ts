import type { SourceFile } from '#exercise/exercise-data.ts';
import { sceneOf } from '#timeline/scene-of.ts';
import type { Story } from '#timeline/story.ts';
import { type Room, roomFor, type TextOptions } from '#timeline/text-room.ts';
import { apart, painted, type Rows, run } from '#timeline/text-runs.ts';
import { timelineRows } from '#timeline/text-timeline.ts';
import { placeText } from '#timeline/text-words.ts';
import { wrapped } from '#timeline/text-wrap.ts';
import type { Ending } from './ending.ts';
import { runHeading } from './schedule-words.ts';
import { consoleRows } from './text-console.ts';
import { excerptRows } from './text-excerpt.ts';
import { troubleRows } from './text-trouble.ts';
import { thrownIn } from './thrown.ts';
import { troubleOf } from './trouble.ts';

export interface RunOptions extends TextOptions {
  /** What was played: the lines in which something went wrong are shown. */
  readonly files?: readonly SourceFile[];
}

/**
 * The exercise’s own run: what happened, what was printed, what was thrown, and how it ended when it ended badly. There is no
 * story when the play never came to its end. It ends without a line break.
 */
export function textRun(story: Story | undefined, ending: Ending, options: RunOptions): string {
  const room = roomFor(options);
  const { files = [], ink } = options;
  const trouble = troubleOf(ending);
  const parts = [
    ...(story ? storyParts(story, room) : []),
    story ? thrownRows(story, files, room) : [],
    trouble ? troubleRows(trouble, [run(trouble.headline, 'strong')], files, room) : [],
  ];
  return painted(apart(parts), ink);
}

function storyParts(story: Story, room: Room): readonly Rows[] {
  return [
    wrapped([run(runHeading(story.schedule), 'strong')], room.columns),
    story.cut === undefined ? [] : wrapped([run(story.cut)], room.columns),
    timelineRows(sceneOf(story), room),
    consoleRows(story.trace, 'the run', room),
  ];
}

function thrownRows(story: Story, files: readonly SourceFile[], { columns }: Room): Rows {
  return thrownIn(story).flatMap(({ words, place }) => [
    ...wrapped([run(words), ...(place ? [run('  '), run(placeText(place), 'place')] : [])], columns),
    ...(place ? excerptRows(place, files, columns) : []),
  ]);
}

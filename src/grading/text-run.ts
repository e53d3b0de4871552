import { parseScheduleId } from 'lab/authoring';
import type { SourceFile } from '#exercise/exercise-data.ts';
import { sceneOf } from '#timeline/scene-of.ts';
import type { Story, StoryVerdict } from '#timeline/story.ts';
import { type Room, roomFor, type TextOptions } from '#timeline/text-room.ts';
import { apart, painted, type Rows, run } from '#timeline/text-runs.ts';
import { timelineRows } from '#timeline/text-timeline.ts';
import { placeText } from '#timeline/text-words.ts';
import { wrapped } from '#timeline/text-wrap.ts';
import type { Ending } from './ending.ts';
import { misfitSentence } from './misfit.ts';
import { terminalWords } from './reader-words.ts';
import { runHeading, scheduleWords, withBadge } from './schedule-words.ts';
import { storyName } from './story-name.ts';
import { consoleRows } from './text-console.ts';
import { excerptRows } from './text-excerpt.ts';
import { troubleRows } from './text-trouble.ts';
import { verdictRows } from './text-verdict.ts';
import { thrownIn } from './thrown.ts';
import { type Trouble, troubleOf } from './trouble.ts';

export interface RunOptions extends TextOptions {
  /** What was played: the lines in which something went wrong are shown. */
  readonly files?: readonly SourceFile[];
  /** Of the exercise: a story is called by the title of its check. */
  readonly checks?: readonly { readonly id: string; readonly title: string }[];
}

/**
 * One play, the exercise’s own run or the story of a check: what the check says of it, what happened, what was printed, what
 * was thrown, and how it ended when it ended badly. There is no story when the play never came to its end. It ends without a
 * line break.
 */
export function textRun(story: Story | undefined, ending: Ending, options: RunOptions): string {
  const room = roomFor(options);
  const { files = [], checks = [], ink } = options;
  const trouble = troubleOf(ending, terminalWords);
  const parts = story
    ? [
        headingRows(story, checks, room),
        ...(story.verdict ? judgedParts(story.verdict, trouble, files, room) : []),
        ...storyParts(story, checks.length > 0, room),
        thrownRows(story, files, room),
      ]
    : [];
  // A check has judged a play however it ended, and has said so itself.
  const isSaid = story?.verdict !== undefined && trouble?.outcome === 'error';
  const end = trouble && !isSaid ? troubleRows(trouble, [run(trouble.headline, 'strong')], files, room) : [];
  return painted(apart([...parts, end]), ink);
}

function headingRows(story: Story, checks: RunOptions['checks'] & object, { columns }: Room): Rows {
  const { check, schedule, trace } = story;
  const words = scheduleWords(parseScheduleId(schedule) ?? []);
  const isCalm = schedule === 'calm';
  const ownRun = isCalm ? runHeading(schedule, trace) : `Your run, ${withBadge(`with ${words.weather}`, words)}`;
  const heading = check === undefined ? ownRun : storyName({ check, schedule }, checks);
  return [...wrapped([run(heading, 'strong')], columns), ...(isCalm ? [] : wrapped([run(schedule, 'place')], columns))];
}

/** What the check says, and then what kept the program from running on, where it has not said that. */
function judgedParts(
  verdict: StoryVerdict,
  trouble: Trouble | undefined,
  files: readonly SourceFile[],
  room: Room,
): readonly Rows[] {
  const thrown = trouble?.outcome === 'error' ? trouble : undefined;
  const place = thrown?.place ? placeRows([], thrown.place, files, room) : [];
  if (verdict.outcome === 'error') return [[...verdictRows(verdict, room), ...place]];
  const beside = thrown ? [...wrapped([run(thrown.because)], room.columns), ...place] : [];
  return [verdictRows(verdict, room), beside];
}

function storyParts(story: Story, isGraded: boolean, room: Room): readonly Rows[] {
  const misfit = misfitSentence(story.unreached, isGraded, terminalWords);
  const what = story.check === undefined ? 'the run' : 'this story';
  return [
    misfit === undefined ? [] : wrapped([run(misfit)], room.columns),
    story.cut === undefined ? [] : wrapped([run(story.cut)], room.columns),
    timelineRows(sceneOf(story), room),
    consoleRows(story, what, room),
  ];
}

function thrownRows(story: Story, files: readonly SourceFile[], room: Room): Rows {
  return thrownIn(story).flatMap(({ words, place }) =>
    place ? placeRows([run(words), run('  ')], place, files, room) : wrapped([run(words)], room.columns),
  );
}

function placeRows(
  words: Rows[number],
  place: NonNullable<Trouble['place']>,
  files: readonly SourceFile[],
  { columns }: Room,
): Rows {
  return [...wrapped([...words, run(placeText(place), 'place')], columns), ...excerptRows(place, files, columns)];
}

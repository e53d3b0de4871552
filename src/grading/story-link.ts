import { parseScheduleId } from 'lab/authoring';
import * as v from 'valibot';
import { pageWords, type ReaderWords } from './reader-words.ts';
import { shortenedText } from './words.ts';

/** A story by its only identity. Without `check` it is the exercise's own run. */
export interface StoryLink {
  readonly check?: string;
  readonly schedule: string;
}

export type LinkReading =
  /** The fragment speaks of something else. */
  | { readonly kind: 'none' }
  /** `packed`: code that came with it, unread. */
  | { readonly kind: 'story'; readonly link: StoryLink; readonly packed?: string }
  /** `because` says what is wrong with the link, that nothing was lost, and what to do. */
  | { readonly kind: 'broken'; readonly because: string };

/** Reads `#story=<check>/<schedule>`, with `&code=<packed>` where code came with it. It comes from outside, so it may hold anything. */
export function readStoryLink(
  fragment: unknown,
  checks: readonly { readonly id: string }[],
  words = pageWords,
): LinkReading {
  if (typeof fragment !== 'string' || !fragment.startsWith(beginning)) return { kind: 'none' };
  const broken = (what: string) => brokenLink(what, checks.length > 0, words);
  const [story = '', packed, ...more] = fragment.slice(beginning.length).split(CODE);
  if (story.length > mostCharacters || more.length > 0)
    return broken('This link is longer than any story can be: something was added to it on its way.');
  if ((packed?.length ?? 0) > MOST_PACKED)
    return broken(
      'The code in this link is longer than any that this course puts there: something was added to it on its way.',
    );
  const parsed = v.safeParse(fragmentSchema, decode(story));
  if (!parsed.success) return broken('This link does not hold a whole story: a part of it was lost on its way.');
  const slash = parsed.output.indexOf('/');
  const check = parsed.output.slice(0, slash);
  const schedule = parsed.output.slice(slash + 1);
  if (check !== RUN && !checks.some(({ id }) => id === check)) {
    return broken(`This link speaks of a check “${shortenedText(check)}”, which this exercise does not have.`);
  }
  if (!isSchedule(schedule)) {
    return broken(`This link names the schedule “${shortenedText(schedule)}”, which is none.`);
  }
  const link = check === RUN ? { schedule } : { check, schedule };
  return packed === undefined ? { kind: 'story', link } : { kind: 'story', link, packed };
}

/** `packed` is code to go with it. */
export function writeStoryLink({ check, schedule }: StoryLink, packed?: string): string {
  const code = packed === undefined ? '' : CODE + packed;
  return `${beginning}${encode(check ?? RUN)}/${encode(schedule)}${code}`;
}

const beginning = '#story=';
/** Stands for the exercise's own run, in the place of a check. */
export const RUN = 'run';
const CODE = '&code=';
const mostCharacters = 2_000;
/** Some browsers and many chats cut addresses that are longer; an order app fits ten times. */
export const MOST_PACKED = 60_000;
const fragmentSchema = v.pipe(v.string(), v.regex(/^[^/]+\/./s));

function brokenLink(what: string, isGraded: boolean, { ownStories, ownRun }: ReaderWords): LinkReading {
  const act = isGraded ? ownStories : ownRun;
  return { kind: 'broken', because: `${what} Nothing was lost: your code is as you left it. ${act}` };
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** A schedule stays readable in the address: these are allowed in a fragment as they are. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(/%(40|3A|2C)/g, decodeURIComponent);
}

function isSchedule(text: string): boolean {
  const schedule = parseScheduleId(text);
  return schedule !== undefined && !schedule.some((fault) => 'point' in fault && fault.point === '');
}

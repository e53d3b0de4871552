import { parseScheduleId } from 'lab/authoring';
import * as v from 'valibot';
import type { StoryLink } from './session-state.ts';

export type LinkReading =
  /** The fragment speaks of something else. */
  | { readonly kind: 'none' }
  | { readonly kind: 'story'; readonly link: StoryLink }
  /** `because` says what is wrong with the link, that nothing was lost, and what to do. */
  | { readonly kind: 'broken'; readonly because: string };

/** Reads `#story=<check>/<schedule>`. It comes from outside, so it may hold anything. */
export function readStoryLink(fragment: unknown, checks: readonly { readonly id: string }[]): LinkReading {
  if (typeof fragment !== 'string' || !fragment.startsWith(beginning)) return { kind: 'none' };
  const broken = (what: string) => brokenLink(what, checks.length > 0);
  if (fragment.length > mostCharacters)
    return broken('This link is longer than any story can be: something was added to it on its way.');
  const parsed = v.safeParse(fragmentSchema, decode(fragment.slice(beginning.length)));
  if (!parsed.success) return broken('This link does not hold a whole story: a part of it was lost on its way.');
  const slash = parsed.output.indexOf('/');
  const check = parsed.output.slice(0, slash);
  const schedule = parsed.output.slice(slash + 1);
  if (check !== run && !checks.some(({ id }) => id === check)) {
    return broken(`This link speaks of a check “${shortened(check)}”, which this exercise does not have.`);
  }
  if (!isSchedule(schedule)) {
    return broken(`This link names the schedule “${shortened(schedule)}”, which is none.`);
  }
  return { kind: 'story', link: check === run ? { schedule } : { check, schedule } };
}

export function writeStoryLink({ check, schedule }: StoryLink): string {
  return `${beginning}${encode(check ?? run)}/${encode(schedule)}`;
}

/** Said when a story was played whose points the learner's code never reaches. A playground has no checks. */
export function misfitSentence(unreached: readonly string[], isGraded: boolean): string | undefined {
  if (unreached.length === 0) return undefined;
  const shown = unreached.slice(0, 3).map(shortened).join(', ');
  const rest = unreached.length - 3;
  const more = rest > 1 ? ` and ${rest} more points` : rest === 1 ? ' and one more point' : '';
  return `This story strikes ${shown}${more}, which your code never reaches. Nothing was lost: below is what your code did instead.${isGraded ? ' Press Check for the stories that fit it.' : ''}`;
}

const beginning = '#story=';
/** Stands for the exercise's own run, in the place of a check. */
const run = 'run';
const mostCharacters = 2_000;
const fragmentSchema = v.pipe(v.string(), v.regex(/^[^/]+\/./s));

function brokenLink(what: string, isGraded: boolean): LinkReading {
  const act = isGraded ? 'Press Check to see the stories of your own code.' : 'Press Run to see what it does.';
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

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

import { parseScheduleId } from 'lab/authoring';
import { terminalWords } from '#grading/reader-words.ts';
import { looksLikeBadge } from '#grading/schedule-words.ts';
import { RUN, readStoryLink, type StoryLink } from '#grading/story-link.ts';
import { listed } from '#grading/words.ts';
import { usageOf } from './command-line.ts';
import { unquoted } from './quotes.ts';

/** A story by its identity, or by the five letters that are read aloud, which have to be looked up. */
export type NamedStory = StoryLink | { readonly check?: string; readonly badge: string };

/**
 * Reads which story is meant, in every form in which the course shows one: a check and a schedule, a link or the end of it, and
 * a badge, with its check or alone. Throws with a sentence.
 */
export function namedStory(words: readonly string[], checks: readonly { readonly id: string }[]): NamedStory {
  const isGraded = checks.length > 0;
  const [first, second, ...more] = words.map(unquoted);
  if (first === undefined || more.length > 0) throw new Error(usageOf(isGraded));
  if (second === undefined) return alone(first, checks);
  // Its letters could not be looked up: only checks show stories under some.
  if (first === RUN) return { schedule: scheduleIn(second, isGraded) };
  const check = known(first, checks);
  return looksLikeBadge(second) ? { check, badge: second } : { check, schedule: scheduleIn(second, isGraded) };
}

function alone(word: string, checks: readonly { readonly id: string }[]): NamedStory {
  const link = /#story=\S+/.exec(word)?.[0] ?? (/^[\w-]+\//.test(word) ? `#story=${word}` : undefined);
  if (link !== undefined) {
    const reading = readStoryLink(link, checks, terminalWords);
    if (reading.kind === 'story') return reading.link;
    throw new Error(reading.kind === 'broken' ? reading.because : usageOf(checks.length > 0));
  }
  if (checks.length === 0) return { schedule: scheduleIn(word, false) };
  if (looksLikeBadge(word)) return { badge: word };
  if (parseScheduleId(word)) throw new Error(`Say which check is meant, too: ${idsOf(checks)}. ${usageOf(true)}`);
  if (checks.some(({ id }) => id === word)) throw new Error(`Say which schedule is meant, too. ${likeASchedule(true)}`);
  throw new Error(`“${word}” names no story. ${usageOf(true)}`);
}

function known(check: string, checks: readonly { readonly id: string }[]): string {
  if (checks.some(({ id }) => id === check)) return check;
  if (checks.length === 0) throw new Error(`Nothing is graded here, so there is no check ${check}. ${usageOf(false)}`);
  throw new Error(`No check is called ${check}. There are ${idsOf(checks)}.`);
}

const idsOf = (checks: readonly { readonly id: string }[]): string => listed(checks.map(({ id }) => id));

function scheduleIn(word: string, isGraded: boolean): string {
  if (parseScheduleId(word)) return word;
  throw new Error(`“${word}” is not a schedule. ${likeASchedule(isGraded)}`);
}

/** What to copy, and where it stands. */
export function likeASchedule(isGraded: boolean): string {
  const like = 'One reads like calm, or crash-after@orders:commit:1.';
  return isGraded
    ? `${like} npm run check shows it behind each story, and ends with the command for the first that fails.`
    : like;
}

import { pageWords } from '#grading/reader-words.ts';
import type { Ending } from '../engine.ts';
import type { Doing } from '../grader/doing.ts';
import type { Round } from '../grader/round-watch.ts';
import type { Silence } from './listen.ts';

/** What to say of a program that fell silent: `first` in the job itself, `known` when it was closely watched. */
export function verdictOnSilence(first: Silence, known: Silence, afterMs: number, words = pageWords): Ending {
  const { doing, round } = known;
  const where = {
    ...(round ? { place: round.place } : {}),
    ...(doing.kind === 'playing' && doing.checks.length > 0 ? { checks: doing.checks } : {}),
  };
  if (!first.frameLives || !known.frameLives) {
    return {
      kind: 'out of memory',
      because: `${subjectOf(doing)} ${words.outOfMemory}${inStory(doing)}. ${growing(round)}`,
      ...where,
    };
  }
  const waited = `it was ended after ${afterMs / 1000} s`;
  const because =
    doing.kind === 'compiling'
      ? `Reading the files did not end; ${waited}. Look for a file that is very long, or try again when this device is less busy.`
      : `${subjectOf(doing)} did not give control back${inStory(doing)}; ${waited}. ${goingRound(round)}`;
  return { kind: 'timed out', afterMs, because, ...where };
}

function subjectOf(doing: Doing): string {
  if (doing.kind === 'compiling') return 'Reading the files';
  return doing.step ? `The ${doing.step.process} process` : 'The program';
}

function inStory(doing: Doing): string {
  if (doing.kind === 'compiling' || !doing.step) return '';
  const { schedule, atMs } = doing.step;
  return schedule === 'calm' ? `, in calm weather at ${atMs} ms` : `, in the story ${schedule} at ${atMs} ms`;
}

function goingRound(round: Round | undefined): string {
  // Nothing was seen to go round: one call takes that long, or the browser is busy looking for memory.
  if (!round) return 'Look for one call that does very much, or for memory that only grows.';
  const { path, line } = round.place;
  if (round.kind === 'loop')
    return `It goes round in ${path}, line ${line}: either nothing in there lets the loop end, or it does far too much.`;
  return `It goes round in ${path}, line ${line}: each promise leads at once to the next, so that nothing else gets its turn. Wait for something that takes time, such as a sleep.`;
}

function growing(round: Round | undefined): string {
  const where = round ? `It goes round in ${round.place.path}, line ${round.place.line}.` : '';
  return `${where} Look for something that only grows: an array that is pushed to, a string that doubles.`.trim();
}

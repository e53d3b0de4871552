import type { Evidence } from '#exercise/evidence.ts';
import { type ProgressRecord, progressOf } from '#stores/progress-record.ts';
import { calendarDay } from './dates.ts';
import { groupWords, type Standing, standingOf } from './site-progress-words.ts';

/** One piece of evidence in words, with its day, and with how it went: "14 November 2026, with help". */
export function datedWords(all: ProgressRecord, evidence: Evidence): string {
  const standing = standingOf(all, evidence);
  if (standing === 'open') return evidence.kind === 'quiz' ? `open, ${groupWords(all, [evidence])}` : 'open';
  const at = dayOf(all, evidence);
  const day = at === undefined ? 'on a day that was not kept' : calendarDay(at);
  if (evidence.kind === 'quiz')
    return `${day}, ${groupWords(all, [evidence])}${standing === 'helped' ? ', so with help' : ''}`;
  const how = howItWent(all, evidence, standing);
  return how === undefined ? day : `${day}, ${how}`;
}

function howItWent(all: ProgressRecord, evidence: Evidence, standing: Standing): string | undefined {
  switch (evidence.kind) {
    case 'prediction':
      return all.predictions[evidence.id]?.option === evidence.right ? 'and so it was' : 'and it came out otherwise';
    case 'break-it': {
      const tries = all.breakIts[evidence.id]?.tries ?? 1;
      return tries > 1 ? `after ${tries - 1} ${tries === 2 ? 'place' : 'places'} that held` : undefined;
    }
    case 'check':
    case 'quiz':
      return standing === 'helped' ? 'with help' : undefined;
  }
}

/** When it was shown; of many answers, when the last of them was given. */
function dayOf(all: ProgressRecord, evidence: Evidence): number | undefined {
  switch (evidence.kind) {
    case 'check': {
      const { checks, solved } = progressOf(all, evidence.exercise);
      return evidence.heldAtFirst ? solved?.at : checks[evidence.check]?.at;
    }
    case 'break-it':
      return all.breakIts[evidence.id]?.broken?.at;
    case 'prediction':
      return all.predictions[evidence.id]?.at;
    case 'quiz':
      return Math.max(...Object.keys(evidence.right).map((id) => all.questions[id]?.at ?? 0));
  }
}

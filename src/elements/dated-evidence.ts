import type { Evidence } from '#exercise/evidence.ts';
import { type ProgressRecord, progressOf } from '#stores/progress-record.ts';
import { calendarDay } from './dates.ts';
import { groupWords, standingOf } from './site-progress-words.ts';

/** One piece of evidence in words, with its day, and with what helped: "14 November 2026, with help". */
export function datedWords(all: ProgressRecord, evidence: Evidence): string {
  const standing = standingOf(all, evidence);
  if (standing === 'open') return evidence.kind === 'quiz' ? `open, ${groupWords(all, [evidence])}` : 'open';
  const at = dayOf(all, evidence);
  const day = at === undefined ? 'on a day that was not kept' : calendarDay(at);
  if (evidence.kind === 'quiz')
    return `${day}, ${groupWords(all, [evidence])}${standing === 'helped' ? ', so with help' : ''}`;
  return standing === 'helped' ? `${day}, ${HELP[evidence.kind]}` : day;
}

const HELP = {
  check: 'with help',
  prediction: 'with help: wrong at first, then explained',
  'break-it': 'with help: after places that held',
} as const;

/** When it was shown; of many answers, when the last of them was given. */
function dayOf(all: ProgressRecord, evidence: Evidence): number | undefined {
  switch (evidence.kind) {
    case 'check':
      return progressOf(all, evidence.exercise).checks[evidence.check]?.at;
    case 'break-it':
      return all.breakIts[evidence.id]?.broken?.at;
    case 'prediction':
      return all.predictions[evidence.id]?.at;
    case 'quiz':
      return Math.max(...Object.keys(evidence.right).map((id) => all.questions[id]?.at ?? 0));
  }
}

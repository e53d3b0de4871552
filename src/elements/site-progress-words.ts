import type { Evidence } from '#exercise/evidence.ts';
import { type ExerciseProgress, type ProgressRecord, progressOf } from '#stores/progress.ts';

/** One square of an outcome: whether it has been shown. `helped`: with help, or after a wrong answer that was explained. */
export type Standing = 'open' | 'shown' | 'helped';

export function standingOf(all: ProgressRecord, evidence: Evidence): Standing {
  switch (evidence.kind) {
    case 'check':
      return checkStanding(progressOf(all, evidence.exercise), evidence.check);
    case 'break-it':
      return Object.hasOwn(all.breakIts, evidence.id) && all.breakIts[evidence.id]?.broken ? 'shown' : 'open';
    case 'prediction': {
      if (!Object.hasOwn(all.predictions, evidence.id)) return 'open';
      return all.predictions[evidence.id] === evidence.right ? 'shown' : 'helped';
    }
    case 'quiz':
      return quizStanding(all, evidence.right);
  }
}

/** Answered whole; with help when more than one answer in four was wrong at first. */
function quizStanding({ questions }: ProgressRecord, right: Readonly<Record<string, readonly string[]>>): Standing {
  const all = Object.entries(right);
  const answered = all.filter(([id]) => Object.hasOwn(questions, id));
  if (answered.length < all.length) return 'open';
  const correct = answered.filter(([id, options]) => options.includes(questions[id]!.option));
  return correct.length * 4 >= all.length * 3 ? 'shown' : 'helped';
}

export function checkStanding(progress: ExerciseProgress, check: string): Standing {
  const passed = Object.hasOwn(progress.checks, check) ? progress.checks[check] : undefined;
  if (!passed) return 'open';
  return passed.helped ? 'helped' : 'shown';
}

/** "3 of 4, one with help" */
export function evidenceWords(evidence: readonly Standing[]): string {
  const reached = evidence.filter((each) => each !== 'open').length;
  const helped = evidence.filter((each) => each === 'helped').length;
  const count = `${reached} of ${evidence.length}`;
  return helped === 0 ? count : `${count}, ${helped === 1 ? 'one' : helped} with help`;
}

/** How many of these checks have held at least once. */
export function heldOf(progress: ExerciseProgress, checks: readonly string[]): number {
  return checks.filter((check) => checkStanding(progress, check) !== 'open').length;
}

/** "Solved on 23 November 2026, with help" */
export function solvedWords({ at, helped }: NonNullable<ExerciseProgress['solved']>): string {
  const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' }).format(at);
  return `Solved on ${date}${helped ? ', with help' : ''}`;
}

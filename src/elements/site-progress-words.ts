import type { ExerciseProgress } from '#stores/progress.ts';

/** One square of an outcome: what shows it, and whether it has. */
export type Evidence = 'open' | 'shown' | 'helped';

export function evidenceOf(progress: ExerciseProgress, check: string): Evidence {
  const passed = Object.hasOwn(progress.checks, check) ? progress.checks[check] : undefined;
  if (!passed) return 'open';
  return passed.helped ? 'helped' : 'shown';
}

/** "3 of 4, one with help" */
export function evidenceWords(evidence: readonly Evidence[]): string {
  const reached = evidence.filter((each) => each !== 'open').length;
  const helped = evidence.filter((each) => each === 'helped').length;
  const count = `${reached} of ${evidence.length}`;
  return helped === 0 ? count : `${count}, ${helped === 1 ? 'one' : helped} with help`;
}

/** How many of these checks have held at least once. */
export function heldOf(progress: ExerciseProgress, checks: readonly string[]): number {
  return checks.filter((check) => evidenceOf(progress, check) !== 'open').length;
}

/** "Solved on 23 November 2026, with help" */
export function solvedWords({ at, helped }: NonNullable<ExerciseProgress['solved']>): string {
  const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' }).format(at);
  return `Solved on ${date}${helped ? ', with help' : ''}`;
}

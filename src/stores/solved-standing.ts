import type { ExerciseProgress, SolvedProgress } from './progress-record.ts';

/** How an exercise stands against the checks that it has now. */
export type SolvedStanding<Check> =
  | { readonly kind: 'open' }
  | { readonly kind: 'solved'; readonly solved: SolvedProgress }
  /** It was solved, and has grown checks since that have not held together with the others yet. */
  | { readonly kind: 'reopened'; readonly solved: SolvedProgress; readonly grown: readonly Check[] };

export function solvedStanding<Check extends { readonly id: string }>(
  { solved }: ExerciseProgress,
  checks: readonly Check[],
): SolvedStanding<Check> {
  if (!solved) return { kind: 'open' };
  const grown = checks.filter(({ id }) => !solved.checks.includes(id));
  return grown.length === 0 ? { kind: 'solved', solved } : { kind: 'reopened', solved, grown };
}

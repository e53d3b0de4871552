import type { Told } from '#engines/engine.ts';
import type { SourceFile } from '#exercise/exercise-data.ts';
import type { Ending } from '#grading/ending.ts';
import type { GradedResult } from '#grading/report.ts';
import type { Depth, Grade } from './session-state.ts';

export function beginGrade(depth: Depth, code: readonly SourceFile[], sinceMs: number): Grade {
  return { kind: 'checking', depth, code, sinceMs, results: [], played: 0, planned: 0, covered: [] };
}

/** What is told twice about one check is the later word: Check deeply may take back what the first schedules promised. */
export function hearGrade(grade: Grade, told: Told): Grade {
  if (grade.kind !== 'checking') return grade;
  switch (told.kind) {
    case 'progress':
      return { ...grade, played: told.played, planned: told.planned, covered: told.covered };
    case 'result': {
      const others = grade.results.filter((one) => one.check !== told.result.check);
      return { ...grade, results: [...others, { ...told.result, ...(told.place ? { place: told.place } : {}) }] };
    }
    default:
      return grade;
  }
}

export function endGrade(grade: Grade, ending: Ending, tookMs: number): Grade {
  return grade.kind === 'checking' ? { ...grade, kind: 'checked', ending, tookMs } : grade;
}

/** The result that the page opens at: the first, in the order of the checks, that did not pass. */
export function firstBroken(grade: Grade, checks: readonly { readonly id: string }[]): Broken | undefined {
  if (grade.kind === 'not checked') return undefined;
  for (const { id } of checks) {
    const result = grade.results.find((one) => one.check === id);
    if (result && result.outcome !== 'passed') return result;
  }
  return undefined;
}

export type Broken = Exclude<GradedResult, { readonly outcome: 'passed' }>;

export function passedChecks(grade: Grade): readonly string[] {
  if (grade.kind !== 'checked') return [];
  return grade.results.filter((result) => result.outcome === 'passed').map((result) => result.check);
}

/** Every check was judged to the end, and every one passed. */
export function holdsWhole(grade: Grade, checks: readonly { readonly id: string }[]): boolean {
  if (grade.kind !== 'checked' || grade.ending.kind !== 'done') return false;
  const passed = new Set(passedChecks(grade));
  return checks.length > 0 && checks.every(({ id }) => passed.has(id));
}

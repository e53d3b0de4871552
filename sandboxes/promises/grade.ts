import { type Exercise, type ExploreOptions, explore, type Result } from 'lab/authoring';
import { compile } from 'lab/compile';
import type { SourceFile } from '../source-files.ts';

/** The results of an exercise's checks for one program, in the order of the checks. */
export async function grade(
  exercise: Exercise,
  files: readonly SourceFile[],
  options: Partial<ExploreOptions> = {},
): Promise<readonly Result[]> {
  const program = compile(new Map(files.map(({ path, text }) => [path, text])));
  const report = await explore(program, exercise.checks, { depth: 'check', mixes: exercise.mixes, ...options });
  return report.results;
}

/** What a result that is no pass says, as a sentence of its own. */
export function told(result: Result): string {
  return result.outcome === 'passed'
    ? `${result.check} passed`
    : `${result.check} ${result.outcome}: ${result.because}`;
}

import type { CatalogueEntry } from '../catalogue.ts';
import { grade, told } from './grade.ts';

/** The starter runs, and does not pass every check: there is something to do. */
export async function starterIsUnsolved({ exercise, starter }: CatalogueEntry): Promise<readonly string[]> {
  const results = await grade(exercise, starter);
  const broken = results.filter((result) => result.outcome !== 'passed' && result.outcome !== 'failed');
  if (broken.length > 0) return broken.map((result) => `The starter cannot run: ${told(result)}`);
  if (results.some((result) => result.outcome === 'failed')) return [];
  return ['The starter passes every check: take something out of it, or the checks see nothing.'];
}

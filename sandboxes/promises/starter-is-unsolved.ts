import type { CatalogueEntry } from '../catalogue.ts';
import { grade, told } from './grade.ts';

/** The starter runs, and passes the checks that the exercise says it holds at first, which are not all: there is something to do. */
export async function starterIsUnsolved({ exercise, starter }: CatalogueEntry): Promise<readonly string[]> {
  const results = await grade(exercise, starter);
  const broken = results.filter((result) => result.outcome !== 'passed' && result.outcome !== 'failed');
  if (broken.length > 0) return broken.map((result) => `The starter cannot run: ${told(result)}`);
  if (results.every((result) => result.outcome === 'passed'))
    return ['The starter passes every check: take something out of it, or the checks see nothing.'];
  const held = results.filter((result) => result.outcome === 'passed').map(({ check }) => check);
  const said = exercise.heldAtFirst ?? [];
  if (held.length === said.length && held.every((check) => said.includes(check))) return [];
  return [`The starter holds ${quoted(held)} and the exercise says otherwise: write heldAtFirst: [${quoted(held)}].`];
}

const quoted = (ids: readonly string[]): string => ids.map((id) => `'${id}'`).join(', ');

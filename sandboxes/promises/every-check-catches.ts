import type { CatalogueEntry } from '../catalogue.ts';

/** Every check is named by some wrong solution. */
export function everyCheckCatches({ exercise, wrong }: CatalogueEntry): readonly string[] {
  const caught = new Set(wrong.flatMap(({ fails }) => fails.map(({ check }) => check)));
  return exercise.checks
    .filter(({ id }) => !caught.has(id))
    .map(({ id }) => `No wrong solution fails ${id}: write one whose belief it refuses, or drop the check.`);
}

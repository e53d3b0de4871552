import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type CatalogueEntry, readExercise } from '#sandboxes/catalogue.ts';

/** An exercise with all its programs, while the site is built. Throws a sentence for an unknown id. */
export async function catalogueEntry(id: string): Promise<CatalogueEntry> {
  const folder = resolve('sandboxes', id);
  if (existsSync(join(folder, 'exercise.ts'))) return readExercise(folder);
  throw new Error(`No exercise is called ${id}: name one that is there, or add the folder sandboxes/${id}/.`);
}

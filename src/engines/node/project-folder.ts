import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import type { SourceFile } from '#exercise/exercise-data.ts';
import type { ReaderWords } from '#grading/reader-words.ts';
import { APP, PROJECT } from '#project/project-files.ts';

export interface ProjectFolder {
  readonly exercise: string;
  /** The learner's files. */
  readonly files: readonly SourceFile[];
}

/** Reads the project that lies in a folder. Rejects with a sentence that names the remedy. */
export async function readProject(folder: string, words: ReaderWords): Promise<ProjectFolder> {
  const text = await readFile(join(folder, PROJECT), 'utf8').catch(() => {
    throw new Error(`There is no ${PROJECT} here: run this in the project’s folder.`);
  });
  const names = await readdir(join(folder, APP)).catch(() => {
    throw new Error(`There is no folder ${APP} here: it holds your files. ${words.fileBack}`);
  });
  const modules = names.filter((name) => name.endsWith('.ts')).toSorted();
  const files = modules.map(async (path) => ({ path, text: await readFile(join(folder, APP, path), 'utf8') }));
  return { exercise: exerciseIn(text, words), files: await Promise.all(files) };
}

function exerciseIn(text: string, { afresh }: ReaderWords): string {
  try {
    return v.parse(v.object({ exercise: v.string() }), JSON.parse(text)).exercise;
  } catch {
    throw new Error(`${PROJECT} does not say which exercise this is. ${afresh} to get it back.`);
  }
}

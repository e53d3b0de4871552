import { readdir } from 'node:fs/promises';
import { basename, dirname, join, posix, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Demonstrations, Exercise } from 'lab/authoring';
import { AuthorMistake } from './author-mistake.ts';
import { readSourceFiles, type SourceFile } from './source-files.ts';
import { readWrongSolution, type WrongSolution } from './wrong-solution.ts';

/** An exercise whole, as the site's build and the tests read it from its folder. */
export interface CatalogueEntry {
  readonly exercise: Exercise;
  /** In the order of the tabs. */
  readonly starter: readonly SourceFile[];
  /** Of a playground, which has no checks, its starter. */
  readonly solution: readonly SourceFile[];
  /** Right solutions built differently. */
  readonly alternatives: readonly Alternative[];
  readonly wrong: readonly WrongSolution[];
  /** Programs that only a demonstration plays. */
  readonly shown: readonly Alternative[];
  /** What a lesson shows beside the task; nothing where no lesson does. */
  readonly demonstrations: Demonstrations;
  /** The checks and the lab, to look into: `<exercise>/checks.ts`, `lab/lab.ts`. */
  readonly reference: readonly SourceFile[];
}

export interface Alternative {
  readonly slug: string;
  readonly files: readonly SourceFile[];
}

/** Folders beside the exercises that are none. */
const NOT_EXERCISES = ['lab', 'promises', 'node_modules'];

/**
 * Every exercise of a folder, by default the project's own; commands run in the project's root. Throws an
 * `AuthorMistake` for the first thing that an author has to mend.
 */
export async function exercises(folder = 'sandboxes'): Promise<readonly CatalogueEntry[]> {
  const names = (await readdir(resolve(folder), { withFileTypes: true }))
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !NOT_EXERCISES.includes(entry.name))
    .map((entry) => entry.name)
    .sort();
  const entries = [];
  for (const name of names) entries.push(await readExercise(resolve(folder, name)));
  return entries;
}

/** Reads and checks one exercise's folder; `folder` is absolute, and the lab lies beside it. */
export async function readExercise(folder: string): Promise<CatalogueEntry> {
  const name = basename(folder);
  await mustHold(folder, ['starter'], ['exercise.ts']);
  const { default: exercise } = (await import(/* @vite-ignore */ pathToFileURL(join(folder, 'exercise.ts')).href)) as {
    readonly default?: Exercise;
  };
  if (!exercise) throw new AuthorMistake(`${name}/exercise.ts has no default export: export the exercise as default.`);
  if (exercise.id !== name) {
    throw new AuthorMistake(
      `The exercise in the folder ${name} calls itself ${exercise.id}: let its id be the folder's name.`,
    );
  }
  // Without checks nothing can be right or wrong: it is a playground.
  const isGraded = exercise.checks.length > 0;
  if (isGraded) await mustHold(folder, ['solution', 'alternative', 'wrong'], []);
  refuseCopies(
    name,
    'check',
    exercise.checks.map((check) => check.id),
  );
  refuseCopies(name, 'field of the worksheet', exercise.worksheet?.fields.map((field) => field.id) ?? []);
  const starter = await readSourceFiles(join(folder, 'starter'), exercise.tabs);
  refuseWrongTabs(exercise, starter);
  const solution = isGraded ? await readSourceFiles(join(folder, 'solution'), exercise.tabs) : starter;
  const alternatives = isGraded ? await readFolders(join(folder, 'alternative'), exercise.tabs) : [];
  const bases = new Map([
    ['solution', solution],
    ['starter', starter],
    ...alternatives.map((a) => [`alternative/${a.slug}`, a.files] as const),
  ]);
  const ids = exercise.checks.map((check) => check.id);
  const wrong = (isGraded ? await readFolders(join(folder, 'wrong')) : []).map(({ slug, files }) =>
    readWrongSolution(slug, files, bases, ids),
  );
  const shown = await readShown(folder, exercise.tabs);
  const demonstrations = await readDemonstrations(folder);
  return {
    exercise,
    starter,
    solution,
    alternatives,
    wrong,
    shown,
    demonstrations,
    reference: await readReference(folder),
  };
}

async function readShown(folder: string, tabs: readonly string[]): Promise<readonly Alternative[]> {
  const names = await readdir(folder);
  return names.includes('shown') ? readFolders(join(folder, 'shown'), tabs) : [];
}

async function readDemonstrations(folder: string): Promise<Demonstrations> {
  if (!(await readdir(folder)).includes('demonstrations.ts')) return NOTHING_SHOWN;
  const url = pathToFileURL(join(folder, 'demonstrations.ts')).href;
  const { default: demonstrations } = (await import(/* @vite-ignore */ url)) as { readonly default?: Demonstrations };
  if (demonstrations) return demonstrations;
  throw new AuthorMistake(
    `${basename(folder)}/demonstrations.ts has no default export: export the demonstrations as default.`,
  );
}

const NOTHING_SHOWN: Demonstrations = { stories: [], predictions: [], explorables: [], breakIts: [] };

async function mustHold(folder: string, folders: readonly string[], files: readonly string[]): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  for (const name of folders) {
    const found = entries.find((entry) => entry.isDirectory() && entry.name === name);
    const inside = found ? await readdir(join(folder, name)) : [];
    if (inside.length > 0) continue;
    throw new AuthorMistake(
      `The exercise ${basename(folder)} has ${found ? `nothing in its folder ${name}/` : `no folder ${name}/`}: add it, every exercise that is graded has starter, solution, alternative, wrong.`,
    );
  }
  for (const name of files) {
    if (entries.some((entry) => entry.isFile() && entry.name === name)) continue;
    throw new AuthorMistake(
      `The folder ${basename(folder)} has no ${name}: add it, or move the folder away if it is no exercise.`,
    );
  }
}

function refuseCopies(exercise: string, what: string, ids: readonly string[]): void {
  const copy = ids.find((id, index) => ids.indexOf(id) !== index);
  if (copy === undefined) return;
  throw new AuthorMistake(`The exercise ${exercise} uses the id ${copy} for more than one ${what}: give each its own.`);
}

function refuseWrongTabs({ id, tabs, given }: Exercise, starter: readonly SourceFile[]): void {
  const paths = starter.map((file) => file.path);
  const missing = tabs.find((tab) => !paths.includes(tab));
  if (missing)
    throw new AuthorMistake(
      `The exercise ${id} has a tab ${missing} without a file: add it to starter/, or take the tab away.`,
    );
  const hidden = paths.find((path) => !tabs.includes(path));
  if (hidden)
    throw new AuthorMistake(
      `The exercise ${id} has no tab for starter/${hidden}: add it to the tabs, or nobody will see it.`,
    );
  const unknown = given.find((path) => !tabs.includes(path));
  if (unknown)
    throw new AuthorMistake(`The exercise ${id} gives ${unknown}, which is no tab: name a file of the starter.`);
}

async function readFolders(folder: string, first: readonly string[] = []): Promise<readonly Alternative[]> {
  const entries = (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1));
  const loose = entries.find((entry) => !entry.isDirectory());
  if (loose) {
    throw new AuthorMistake(
      `${basename(folder)}/${loose.name} is no folder: each program there has a folder of its own.`,
    );
  }
  return Promise.all(
    entries.map(async ({ name }) => ({ slug: name, files: await readSourceFiles(join(folder, name), first) })),
  );
}

/** Model answers and hints stay out of it: from the exercise, only its checks and what they are made of. */
async function readReference(folder: string): Promise<readonly SourceFile[]> {
  const named = (root: string) => (file: SourceFile) => ({ ...file, path: `${basename(root)}/${file.path}` });
  const lab = join(dirname(folder), 'lab');
  const labFiles = (await readSourceFiles(lab)).filter(({ path }) => !path.startsWith('promises/'));
  const own = reachable('checks.ts', await readSourceFiles(folder));
  return [...own.map(named(folder)), ...labFiles.map(named(lab))];
}

/** The file at this path and every file that it imports by a relative name, directly or over others; in their order. */
function reachable(path: string, files: readonly SourceFile[]): readonly SourceFile[] {
  const paths = new Set([path]);
  for (const each of paths) {
    const text = files.find((file) => file.path === each)?.text ?? '';
    for (const [, specifier] of text.matchAll(/\bfrom '(\.[^']+)'/g))
      paths.add(posix.join(posix.dirname(each), specifier!));
  }
  return files.filter((file) => paths.has(file.path));
}

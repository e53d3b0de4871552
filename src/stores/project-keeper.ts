import * as v from 'valibot';
import type { SourceFile } from '#exercise/exercise-data.ts';
import { APP } from '#project/project-files.ts';
import { isFileName } from './draft-files.ts';
import { createRounds, type Rounds } from './rounds.ts';

/** An exercise's whole project, somewhere outside of the page. Paths are relative to it. */
export interface ProjectFolder {
  /** All files in it, without what packages and tools keep in folders of their own. */
  files(): Promise<readonly string[]>;
  /** Undefined when there is no such file. */
  read(path: string): Promise<string | undefined>;
  write(path: string, text: string): Promise<void>;
  /** Calls back when something in it may have changed. Returns how to stop. */
  watch(onChange: () => void): () => void;
}

export interface ProjectKeeperParts {
  readonly folder: ProjectFolder;
  /** What the exercise gives beside the learner's files. */
  readonly given: readonly SourceFile[];
  /** Resolves when a tool that is just writing a file has come to its end. */
  readonly pause: () => Promise<void>;
  /** Sentences for the learner. */
  readonly say: (words: string) => void;
  readonly onTrouble: (error: unknown) => void;
}

/**
 * Puts back what the exercise gave and somebody has removed or spoiled, and says once of each file that the editor does not take
 * why it stays where it is. Checks and lab may be changed, as the project's README says; the grader may not.
 */
export function keepProject({
  folder,
  given,
  pause,
  say,
  onTrouble,
}: ProjectKeeperParts): Pick<Rounds, 'settled' | 'stop'> {
  const told = new Set<string>();
  const rounds = createRounds(look, onTrouble);

  async function look(): Promise<void> {
    const there = await folder.files();
    const known = new Set(there);
    const lost = given.filter(({ path }) => !known.has(path));
    const broken = [...lost, ...(await spoiledIn(given.filter((file) => known.has(file.path) && isGuarded(file))))];
    for (const { path, text } of broken) await folder.write(path, text);
    const strays = newStrays(there);
    const words = [
      ...(broken.length > 0 ? [restoredWords(broken, given)] : []),
      ...(strays.length > 0 ? [strayWords(strays)] : []),
    ];
    if (words.length > 0) say(words.join(' '));
  }

  /** What is to be written in the place of each. Looked at twice: npm may just be writing one. */
  async function spoiledIn(files: readonly SourceFile[]): Promise<readonly SourceFile[]> {
    const suspects = await spoiledNow(files);
    if (suspects.length === 0) return [];
    await pause();
    const spoiled = await spoiledNow(suspects.map(({ file }) => file));
    return spoiled.map(({ file, found }) => (file.path === PACKAGE ? withScripts(file, found) : file));
  }

  async function spoiledNow(files: readonly SourceFile[]) {
    const all = files.map(async (file) => ({ file, found: await folder.read(file.path) }));
    return (await Promise.all(all)).filter(({ file, found }) => isSpoiled(file, found));
  }

  function newStrays(there: readonly string[]): readonly string[] {
    const own = new Set(given.map(({ path }) => path));
    const strays = there.filter((path) => !own.has(path) && isStray(path) && !told.has(path));
    for (const path of strays) told.add(path);
    return strays;
  }

  const forget = folder.watch(rounds.soon);
  rounds.soon();
  return {
    settled: rounds.settled,
    stop() {
      rounds.stop();
      forget();
    },
  };
}

/** Whether a file of this name is one of those that the editor takes. */
export function isTaken(path: string): boolean {
  return path.startsWith(APP) && isFileName(path.slice(APP.length));
}

/** The learner has made it, and the editor will not have it. */
function isStray(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return !isTaken(path) && !name.startsWith('.') && !LEFT_BY_NPM.test(path);
}

const LEFT_BY_NPM = /^(package(-lock)?\.json|yarn\.lock|pnpm-lock\.yaml)/;

/** Without these nothing can be started or graded here. */
function isGuarded({ path }: SourceFile): boolean {
  return path.startsWith('course/') || path === PACKAGE;
}

function isSpoiled({ path, text }: SourceFile, found: string | undefined): boolean {
  if (path !== PACKAGE) return found !== text;
  const [own, other] = [packageIn(text), packageIn(found)];
  // Installing something writes there, and may.
  return Object.entries(own?.scripts ?? {}).some(([name, command]) => other?.scripts[name] !== command);
}

/** What was installed stays, as far as it can be read. */
function withScripts({ path, text }: SourceFile, found: string | undefined): SourceFile {
  const [own, other] = [packageIn(text), packageIn(found)];
  if (!own || !other) return { path, text };
  const whole = { ...own, ...other, scripts: { ...other.scripts, ...own.scripts } };
  return { path, text: `${JSON.stringify(whole, null, 2)}\n` };
}

const PACKAGE = 'package.json';

function packageIn(text: string | undefined): v.InferOutput<typeof packageSchema> | undefined {
  try {
    return v.parse(packageSchema, JSON.parse(text ?? ''));
  } catch {
    return undefined;
  }
}

const packageSchema = v.looseObject({ scripts: v.optional(v.record(v.string(), v.unknown()), {}) });

function restoredWords(files: readonly SourceFile[], given: readonly SourceFile[]): string {
  const names = wholeFolders(
    files.map(({ path }) => path),
    given.map(({ path }) => path),
  );
  const isOne = names.length === 1 && !names[0]!.endsWith('/');
  return `Put back as the exercise gave ${isOne ? 'it' : 'them'}: ${listed(names)}.`;
}

/** Of a folder that is whole among these paths, its name. */
function wholeFolders(paths: readonly string[], all: readonly string[]): readonly string[] {
  const countOf = (folder: string, list: readonly string[]) => list.filter((path) => path.startsWith(folder)).length;
  const names = paths.map((path) => {
    const folder = path.slice(0, path.indexOf('/') + 1);
    return folder !== '' && countOf(folder, paths) === countOf(folder, all) ? folder : path;
  });
  return [...new Set(names)];
}

function strayWords(paths: readonly string[]): string {
  return `Only in the terminal: ${listed(paths)}. The editor takes files that lie in ${APP} itself, under a name of letters, digits, - or _ that ends in .ts, such as ${takenName(paths[0]!)}.`;
}

/** A name that is like it, and would do. */
function takenName(path: string): string {
  const stem = path
    .slice(path.lastIndexOf('/') + 1)
    .replace(/\.\w*$/, '')
    .replace(/[^\w-]+/g, '-')
    .replace(/^[^a-z0-9]+/i, '');
  const name = `${stem}.ts`;
  return APP + (isFileName(name) ? name : 'relay.ts');
}

function listed(names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  if (more > 0) return `${names.slice(0, MOST_NAMES).join(', ')} and ${more} more`;
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : names.join('');
}

const MOST_NAMES = 3;

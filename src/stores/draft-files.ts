import type { SourceFile } from '#exercise/exercise-data.ts';

type Files = readonly SourceFile[];

/** Files lie side by side, because the lab knows modules by `./name.ts`. */
export function isFileName(path: string): boolean {
  return /^[a-z0-9][\w-]{0,59}(\.[\w-]{1,20})?\.ts$/i.test(path);
}

/** Far more than anybody writes for an exercise. */
export const MOST_FILES = 500;

/** Of all files together: about what a browser keeps for the whole site, so that nothing that was kept has more. */
const MOST_LETTERS = 5_000_000;

/** Why these cannot be the files of a draft, as a sentence; undefined when they can. */
export function whyNoDraft(files: Files): string | undefined {
  if (files.length > MOST_FILES) return `It has more than ${MOST_FILES} files.`;
  const letters = files.reduce((sum, { path, text }) => sum + path.length + text.length, 0);
  if (letters > MOST_LETTERS) return `It has more than ${MOST_LETTERS / 1e6} million letters.`;
  const wrong = files.find(({ path }) => !isFileName(path));
  if (wrong) return 'One of its files has a name that no file of an exercise has.';
  const isTwice = new Set(files.map(({ path }) => path.toLowerCase())).size < files.length;
  // Some file systems do not tell Relay.ts from relay.ts, and the project can be downloaded.
  return isTwice ? 'Two of its files have names that differ in capital letters only, or not at all.' : undefined;
}

export function sameFiles(one: Files, other: Files): boolean {
  return one.length === other.length && one.every((file) => textOf(other, file.path) === file.text);
}

export function textOf(files: Files, path: string): string | undefined {
  return files.find((file) => file.path === path)?.text;
}

/** Throws a sentence when there is no such file. */
export function withText(files: Files, path: string, text: string): Files {
  demand(files, path);
  return files.map((file) => (file.path === path ? { path, text } : file));
}

/** Throws a sentence for a name that is taken or no file name. */
export function withFile(files: Files, path: string, text: string): Files {
  demandName(files, path);
  if (files.length >= MOST_FILES) throw new Error(`There are ${MOST_FILES} files, and no room for another.`);
  return [...files, { path, text }];
}

export function withoutFile(files: Files, path: string): Files {
  demand(files, path);
  return files.filter((file) => file.path !== path);
}

export function withName(files: Files, from: string, to: string): Files {
  demand(files, from);
  demandName(
    files.filter((file) => file.path !== from),
    to,
  );
  return files.map((file) => (file.path === from ? { path: to, text: file.text } : file));
}

function demand(files: Files, path: string): void {
  if (textOf(files, path) === undefined) throw new Error(`There is no file named ${path}.`);
}

function demandName(files: Files, path: string): void {
  if (!isFileName(path)) {
    throw new Error('A file name has letters, digits, - or _ and ends in .ts, such as relay.ts.');
  }
  const taken = files.find((file) => file.path.toLowerCase() === path.toLowerCase());
  if (taken) throw new Error(`There is already a file named ${taken.path}. Choose another name.`);
}

import type { SourceFile } from '#exercise/exercise-data.ts';

type Files = readonly SourceFile[];

/** Files lie side by side, because the lab knows modules by `./name.ts`. */
export function isFileName(path: string): boolean {
  return /^[a-z0-9][\w-]{0,59}(\.[\w-]{1,20})?\.ts$/i.test(path);
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
  // Some file systems do not tell Relay.ts from relay.ts, and the project can be downloaded.
  const taken = files.find((file) => file.path.toLowerCase() === path.toLowerCase());
  if (taken) throw new Error(`There is already a file named ${taken.path}. Choose another name.`);
}

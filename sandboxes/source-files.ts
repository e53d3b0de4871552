import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** A file as editor and engines know it: `path` is relative, with `/` on every system. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** Every TypeScript file under `folder` that is no test, by path; those named in `first` come first, in that order. */
export async function readSourceFiles(folder: string, first: readonly string[] = []): Promise<readonly SourceFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort((a, b) => place(a, first) - place(b, first) || (a < b ? -1 : 1));
  return Promise.all(paths.map(async (path) => ({ path, text: await readFile(join(folder, path), 'utf8') })));
}

/** The files of `base`, each replaced by the one of the same path in `over`, and what only `over` has. */
export function laidOver(base: readonly SourceFile[], over: readonly SourceFile[]): readonly SourceFile[] {
  const changed = new Map(over.map((file) => [file.path, file]));
  const known = new Set(base.map((file) => file.path));
  return [...base.map((file) => changed.get(file.path) ?? file), ...over.filter((file) => !known.has(file.path))];
}

function place(path: string, first: readonly string[]): number {
  const index = first.indexOf(path);
  return index === -1 ? first.length : index;
}

import { strToU8, zipSync } from 'fflate';
import type { SourceFile } from '#exercise/exercise-data.ts';

/** A zip whose one folder is the project, so that unpacking it makes no mess. */
export function zipProject(folder: string, files: readonly SourceFile[]): Uint8Array<ArrayBuffer> {
  const entries = files.map(({ path, text }) => [`${folder}/${path}`, strToU8(text)] as const);
  return zipSync(Object.fromEntries(entries), { level: 6 });
}

import type { CatalogueEntry } from '../catalogue.ts';
import type { SourceFile } from '../source-files.ts';
import { grade } from './grade.ts';

/** A program whose services do nothing passes no check, or the check would reward silence. */
export async function nothingPassesNothing({ exercise, starter }: CatalogueEntry): Promise<readonly string[]> {
  const results = await grade(exercise, doingNothing(starter));
  return results
    .filter((result) => result.outcome === 'passed')
    .map(({ check }) => `A program that does nothing passes ${check}: demand in calm weather that something happened.`);
}

/** Every module that starts a service is emptied; deployment and tables stay. */
function doingNothing(files: readonly SourceFile[]): readonly SourceFile[] {
  return files.map((file) =>
    file.path !== 'deployment.ts' && /^export default /m.test(file.text)
      ? { ...file, text: 'export default function start() {}\n' }
      : file,
  );
}

import { type ProgramName, type Settings, withSetting } from 'lab/authoring';
import { AuthorMistake } from './author-mistake.ts';
import type { CatalogueEntry } from './catalogue.ts';
import type { SourceFile } from './source-files.ts';

/** The files of one of an exercise's programs. Throws an `AuthorMistake` when there is none of that name. */
export function programNamed(entry: CatalogueEntry, name: ProgramName): readonly SourceFile[] {
  if (name === 'starter') return entry.starter;
  if (name === 'solution') return entry.solution;
  const [folder, slug] = name.split('/');
  const programs = { alternative: entry.alternatives, wrong: entry.wrong, shown: entry.shown }[folder!];
  const found = programs?.find((program) => program.slug === slug);
  if (found) return found.files;
  throw new AuthorMistake(
    `The exercise ${entry.exercise.id} has no program ${name}: add the folder, or name another in demonstrations.ts.`,
  );
}

/**
 * The files with these values in `settings.ts`, each in the line that exports the constant of its name. Throws an
 * `AuthorMistake` when the file or the constant is not there.
 */
export function withSettings(files: readonly SourceFile[], settings: Settings = {}): readonly SourceFile[] {
  const names = Object.keys(settings);
  if (names.length === 0) return files;
  const file = files.find(({ path }) => path === 'settings.ts');
  if (!file) throw new AuthorMistake(`This program has no settings.ts: add it, with ${names.join(', ')}.`);
  const text = names.reduce((before, name) => {
    const after = withSetting(before, name, JSON.stringify(settings[name]));
    if (after !== undefined) return after;
    throw new AuthorMistake(`settings.ts has no line “export const ${name} = …;”: add it.`);
  }, file.text);
  return files.map((each) => (each === file ? { path: file.path, text } : each));
}

import type { Choice, Explorable, Knob, Showing } from 'lab/authoring';
import type { CatalogueEntry } from '#sandboxes/catalogue.ts';
import { programNamed, withSettings } from '#sandboxes/program-named.ts';
import { withoutHeader } from '#sandboxes/wrong-solution.ts';
import { choiceKey, type DemonstratedPrograms } from './demonstrations.ts';
import type { SourceFile } from './exercise-data.ts';

/** One of an exercise's demonstrations, by its id. Throws a sentence that names those that are there. */
export function demonstrationNamed<Kind extends 'stories' | 'predictions' | 'explorables' | 'breakIts'>(
  { exercise, demonstrations }: CatalogueEntry,
  kind: Kind,
  id: string,
): CatalogueEntry['demonstrations'][Kind][number] {
  const all: readonly CatalogueEntry['demonstrations'][Kind][number][] = demonstrations[kind];
  const found = all.find((one) => one.id === id);
  if (found) return found;
  const known = all.map((one) => one.id).join(', ');
  throw new Error(`The exercise ${exercise.id} has no ${id} among its ${kind}. It has ${known || 'none'}.`);
}

/** The files that a showing plays, its settings written into them. */
export function filesShown(
  entry: CatalogueEntry,
  showing: Pick<Showing, 'program' | 'settings'>,
): readonly SourceFile[] {
  const files = programNamed(entry, showing.program).map(({ path, text }) => ({ path, text: withoutHeader(text) }));
  return withSettings(files, showing.settings);
}

/**
 * The files of a program that somebody may read before they have written their own: without those of the solution, other
 * than what the starter has already, and without those that the demonstration hides.
 */
export function readable(
  entry: CatalogueEntry,
  files: readonly SourceFile[],
  hidden: readonly string[] = [],
): readonly SourceFile[] {
  return files.filter(
    (file) => !hidden.includes(file.path) && (isIn(entry.starter, file) || !isIn(entry.solution, file)),
  );
}

/**
 * What the starter does not have comes first, for there the suspect is; then as in the exercise's tabs, and what has no tab
 * comes last.
 */
export function inReadingOrder(
  { exercise: { tabs }, starter }: CatalogueEntry,
  files: readonly SourceFile[],
): readonly SourceFile[] {
  const place = (file: SourceFile) => {
    const tab = tabs.indexOf(file.path);
    return (isIn(starter, file) ? tabs.length + 1 : 0) + (tab < 0 ? tabs.length : tab);
  };
  return files.toSorted((one, other) => place(one) - place(other));
}

function isIn(all: readonly SourceFile[], { path, text }: SourceFile): boolean {
  return all.some((file) => file.path === path && withoutHeader(file.text) === text);
}

export function demonstratedPrograms(entry: CatalogueEntry): DemonstratedPrograms {
  const programs: (readonly SourceFile[])[] = [];
  const known = new Map<string, number>();
  const place = (showing: Pick<Showing, 'program' | 'settings'>) => {
    const files = filesShown(entry, showing);
    const text = JSON.stringify(files);
    const index = known.get(text) ?? programs.push(files) - 1;
    known.set(text, index);
    return index;
  };
  const { stories, explorables, breakIts } = entry.demonstrations;
  const plays = Object.fromEntries([
    ...explorables.map(({ id, knobs, shows }) => [
      id,
      Object.fromEntries(choices(knobs).map((choice) => [choiceKey(knobs, choice), place(shows(choice))])),
    ]),
    ...[...stories, ...breakIts].map((one) => [one.id, { '': place(one) }]),
  ]);
  return { programs, plays };
}

/** What an explorable plays, for every combination of its options. */
export function showingsOf({ knobs, shows }: Explorable): readonly Showing[] {
  return choices(knobs).map(shows);
}

/** Every combination of options. */
function choices(knobs: readonly Knob[]): readonly Choice[] {
  return knobs.reduce<readonly Choice[]>(
    (known, { id, options }) => known.flatMap((choice) => options.map((option) => ({ ...choice, [id]: option.id }))),
    [{}],
  );
}

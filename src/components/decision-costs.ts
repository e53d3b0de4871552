import type { Figures, Measured } from 'lab/authoring';
import type { CatalogueEntry } from '#sandboxes/catalogue.ts';
import { playShowing } from './demonstrations/play-showing.ts';

/** What one way costs in one case, as the lab measured it. */
export interface WayCosts {
  readonly id: string;
  readonly label: string;
  readonly figures: Figures;
  /** What the case's own trouble makes of it. */
  readonly inTrouble: string;
}

/** A case of an exercise, by its id. Throws a sentence that names those that are measured. */
export function measuredCase({ exercise, demonstrations }: CatalogueEntry, id: string): Measured {
  const all = demonstrations.measured ?? [];
  const found = all.find((each) => each.id === id);
  if (found) return found;
  const known = all.length === 0 ? 'It measures none.' : `Name one of ${all.map((each) => each.id).join(', ')}.`;
  throw new Error(`The exercise ${exercise.id} measures no case ${id}. ${known}`);
}

/** The figures of a case for each of its ways, in calm and in trouble: really played. */
export function wayCosts(entry: CatalogueEntry, measured: Measured): Promise<readonly WayCosts[]> {
  const played = async (way: string, isInTrouble: boolean) =>
    (await playShowing(entry, measured.shows(way, isInTrouble))).trace;
  return Promise.all(
    measured.ways.map(async ({ id, label }) => ({
      id,
      label,
      figures: measured.figures(await played(id, false)),
      inTrouble: measured.inTrouble(await played(id, true)),
    })),
  );
}

import type { Explorable, Figures, Showing } from 'lab/authoring';
import type { CatalogueEntry } from '#sandboxes/catalogue.ts';
import { playShowing } from './demonstrations/play-showing.ts';

/** What one way costs in one case, as the lab measured it. */
export interface WayCosts {
  readonly id: string;
  readonly label: string;
  readonly figures: Figures;
  /** The window when the case's trouble strikes. */
  readonly inTrouble: string;
}

/** The figures of an explorable for each of its ways, when nothing is down and when something is: really played. */
export async function wayCosts(
  entry: CatalogueEntry,
  explorable: Explorable,
  { readers, down }: { readonly readers: string; readonly down: string },
): Promise<readonly WayCosts[]> {
  const { figures, knobs } = explorable;
  if (!figures)
    throw new Error(`The explorable ${explorable.id} has no figures: a table of decisions is made from them.`);
  const option = (knob: string, id: string): string => optionOf(explorable, knob, id);
  const measure = async (way: string, trouble: string): Promise<Figures> => {
    const choice = { way, readers: option('readers', readers), down: option('down', trouble) };
    return figures((await played(entry, explorable.shows(choice))).trace, choice);
  };
  const ways = knobs.find(({ id }) => id === 'way')?.options ?? [];
  return Promise.all(
    ways.map(async ({ id, label }) => ({
      id,
      label,
      figures: await measure(id, 'nothing'),
      inTrouble: (await measure(id, down)).Window ?? '',
    })),
  );
}

function optionOf({ id, knobs }: Explorable, knob: string, option: string): string {
  const options = knobs.find((each) => each.id === knob)?.options.map((each) => each.id) ?? [];
  if (options.includes(option)) return option;
  throw new Error(`The explorable ${id} cannot set ${knob} to ${option}: name one of ${options.join(', ')}.`);
}

/** Cases share plays: each is played once. */
const plays = new Map<string, ReturnType<typeof playShowing>>();

function played(entry: CatalogueEntry, showing: Showing): ReturnType<typeof playShowing> {
  const key = `${entry.exercise.id} ${showing.scenario.id} ${JSON.stringify(showing.settings)} ${showing.schedule}`;
  const known = plays.get(key) ?? playShowing(entry, showing);
  plays.set(key, known);
  return known;
}

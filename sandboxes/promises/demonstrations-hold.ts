import type { BreakIt, Choice, Explorable, Knob, Measured, Played, Prediction, Showing } from 'lab/authoring';
import type { CatalogueEntry } from '../catalogue.ts';
import { programNamed, withSettings } from '../program-named.ts';
import { knobHolds } from './knob-holds.ts';
import { playFiles } from './play-files.ts';

/**
 * What a lesson shows is what happens: every story plays, every prediction has one true answer among its options, every
 * combination of knobs plays and is read, of the places of a break-it some break the promise and some do not, and each way of
 * a case that is measured plays.
 */
export async function demonstrationsHold(entry: CatalogueEntry): Promise<readonly string[]> {
  const { stories, predictions, explorables, breakIts, measured = [] } = entry.demonstrations;
  const complaints = copiesOf([...stories, ...predictions, ...explorables, ...breakIts].map(({ id }) => id));
  for (const story of stories) complaints.push(...(await played(entry, `The story ${story.id}`, story)).complaints);
  for (const prediction of predictions) complaints.push(...(await aboutPrediction(entry, prediction)));
  for (const explorable of explorables) complaints.push(...(await aboutExplorable(entry, explorable)));
  for (const breakIt of breakIts) complaints.push(...(await aboutBreakIt(entry, breakIt)));
  for (const each of measured) complaints.push(...(await aboutMeasured(entry, each)));
  return complaints;
}

const MOST_COMBINATIONS = 800;

async function aboutPrediction(entry: CatalogueEntry, prediction: Prediction): Promise<readonly string[]> {
  const what = `The prediction ${prediction.id}`;
  const { trace, complaints } = await played(entry, what, prediction);
  if (!trace) return complaints;
  const outcome = prediction.outcome(trace);
  const ids = prediction.options.map(({ id }) => id);
  if (ids.length < 3) complaints.push(`${what} has ${ids.length} options: give it three or more.`);
  if (!ids.includes(outcome)) complaints.push(`${what} comes out as “${outcome}”, which is none of ${ids.join(', ')}.`);
  return complaints;
}

async function aboutExplorable(entry: CatalogueEntry, explorable: Explorable): Promise<readonly string[]> {
  const what = `The explorable ${explorable.id}`;
  const choices = combinations(explorable.knobs);
  if (choices.length > MOST_COMBINATIONS) return [`${what} has ${choices.length} combinations: take options away.`];
  const complaints: string[] = [];
  const sentences = new Set<string>();
  const names = new Set<string>();
  for (const choice of choices) {
    const named = `${what} with ${JSON.stringify(choice)}`;
    const one = await played(entry, named, explorable.shows(choice));
    complaints.push(...one.complaints);
    const sentence = one.trace && explorable.reads(one.trace, choice);
    if (sentence === undefined) continue;
    if (!/[.?]$/.test(sentence)) complaints.push(`${named} reads “${sentence}”, which is no sentence.`);
    sentences.add(sentence);
    const lost = explorable.about?.(one.trace!, choice).find((seq) => !one.trace![seq]);
    if (lost !== undefined) complaints.push(`${named} is about entry ${lost}, which its trace does not have.`);
    if (one.trace && explorable.figures) names.add(Object.keys(explorable.figures(one.trace, choice)).join(', '));
  }
  for (const knob of explorable.knobs) complaints.push(...knobHolds(what, knob));
  if (names.size > 1)
    complaints.push(`${what} has other figures for other choices (${[...names].join('; ')}): name the same for all.`);
  if (sentences.size < 3) complaints.push(`${what} says ${sentences.size} different things: let its knobs matter.`);
  return complaints;
}

async function aboutBreakIt(entry: CatalogueEntry, breakIt: BreakIt): Promise<readonly string[]> {
  const what = `The break-it ${breakIt.id}`;
  const calm = await played(entry, what, { ...breakIt, schedule: 'calm' });
  const complaints = [...calm.complaints];
  const first = calm.trace && breakIt.verdict(calm.trace);
  if (first?.outcome === 'failed') complaints.push(`${what} is broken in calm weather: ${first.because}`);
  let broken = 0;
  for (const { schedule } of breakIt.places) {
    const one = await played(entry, `${what} under ${schedule}`, { ...breakIt, schedule });
    complaints.push(...one.complaints);
    const verdict = one.trace && breakIt.verdict(one.trace);
    if (verdict?.outcome === 'failed') broken++;
    else if (one.trace && !breakIt.held(one.trace, schedule).endsWith('.'))
      complaints.push(`${what} under ${schedule} does not say in a sentence why the promise held.`);
  }
  if (broken === 0) complaints.push(`${what} cannot be broken: add a place that does.`);
  if (breakIt.places.length - broken < 2) complaints.push(`${what} breaks nearly everywhere: add places that do not.`);
  return complaints;
}

async function aboutMeasured(entry: CatalogueEntry, measured: Measured): Promise<readonly string[]> {
  const complaints: string[] = [];
  const names = new Set<string>();
  for (const { id } of measured.ways) {
    for (const isInTrouble of [false, true]) {
      const what = `The case ${measured.id} by ${id}${isInTrouble ? ', in trouble' : ''}`;
      const one = await played(entry, what, measured.shows(id, isInTrouble));
      complaints.push(...one.complaints);
      if (!one.trace) continue;
      if (!isInTrouble) names.add(Object.keys(measured.figures(one.trace)).join(', '));
      else if (measured.inTrouble(one.trace) === '') complaints.push(`${what} has nothing to say.`);
    }
  }
  if (names.size > 1)
    complaints.push(`The case ${measured.id} has other figures for other ways (${[...names].join('; ')}).`);
  return complaints;
}

interface Shown {
  readonly trace?: Played['trace'];
  readonly complaints: string[];
}

async function played(entry: CatalogueEntry, what: string, showing: Showing): Promise<Shown> {
  const files = withSettings(programNamed(entry, showing.program), showing.settings);
  const { trace, ended, because, unreached } = await playFiles(files, showing.scenario, showing.schedule);
  if (unreached.length > 0) return { complaints: [`${what} never reaches ${unreached.join(', ')}.`] };
  if (ended === 'returned') return { trace, complaints: [] };
  return { complaints: [`${what} does not come to its end: ${because ?? ended}`] };
}

function copiesOf(ids: readonly string[]): string[] {
  return ids
    .filter((id, index) => ids.indexOf(id) !== index)
    .map((id) => `Two demonstrations are called ${id}: give each its own id.`);
}

function combinations(knobs: readonly Knob[]): readonly Choice[] {
  return knobs.reduce<readonly Choice[]>(
    (known, { id, options }) => known.flatMap((choice) => options.map((option) => ({ ...choice, [id]: option.id }))),
    [{}],
  );
}

import type { Entry } from 'lab/authoring';
import type { Ending, Problem } from '#grading/ending.ts';
import type { Place, Story } from '#timeline/story.ts';

/** A line of the learner's code with what happened there; the editor shows the label beside it. */
export interface LineMark {
  readonly path: string;
  readonly line: number;
  readonly kind: 'crash' | 'evidence' | 'step';
  readonly label: string;
}

/**
 * Where a story struck the learner's code and where its evidence arose, one mark a line. What the page opens at comes first: a
 * crash, then the evidence, and last what was merely late or doubled.
 */
export function marksOf(story: Story): readonly LineMark[] {
  const places = new Map(story.places);
  const placeOf = (entry: Entry) => places.get(entry.seq) ?? placeOfPoint(story, places, entry);
  const marks = new Map<string, Gathered>();
  const add = (entry: Entry, kind: LineMark['kind'], words: string) => {
    const place = placeOf(entry);
    if (place) gather(marks, place, kind, words, Math.round(entry.at));
  };
  const struck = story.trace.filter((entry) => entry.kind === 'struck');
  const hard = struck.filter(({ fault }) => fault.kind === 'crash' || fault.kind === 'fail');
  for (const entry of hard) add(entry, 'crash', struckWords(entry));
  for (const seq of story.evidence) {
    const entry = story.trace[seq];
    if (entry && entry.kind !== 'struck') add(entry, 'evidence', evidenceWords(entry));
  }
  for (const entry of struck) if (!hard.includes(entry)) add(entry, 'crash', struckWords(entry));
  return [...marks.values()].map(({ place, kind, words, times }) => ({
    path: place.path,
    line: place.line,
    kind,
    label: `${words}, ${listed(times)} ms`,
  }));
}

/** The line of the step on show. */
export function stepMark(place: Place, at: number): LineMark {
  return { path: place.path, line: place.line, kind: 'step', label: `this step, ${Math.round(at)} ms` };
}

/** What an ending says about lines of the learner's code. */
export function problemsOf(ending: Ending): readonly Problem[] {
  switch (ending.kind) {
    case 'did not compile':
      return ending.problems;
    case 'error':
    case 'timed out':
    case 'out of memory':
      return ending.place ? [{ ...ending.place, message: ending.because }] : [];
    default:
      return [];
  }
}

interface Gathered {
  readonly place: Place;
  readonly kind: LineMark['kind'];
  readonly words: string;
  readonly times: number[];
}

function gather(marks: Map<string, Gathered>, place: Place, kind: LineMark['kind'], words: string, at: number): void {
  const line = `${place.path}:${place.line}`;
  const known = marks.get(line);
  if (!known) marks.set(line, { place, kind, words, times: [at] });
  else if (known.words === words && !known.times.includes(at)) known.times.push(at);
}

/** A fault names its point; the effect at that point was asked for somewhere in the code. */
function placeOfPoint(story: Story, places: ReadonlyMap<number, Place>, entry: Entry): Place | undefined {
  const point = entry.kind === 'struck' && 'point' in entry.fault ? entry.fault.point : entry.point;
  if (point === undefined) return undefined;
  const effect = story.trace.find((other) => other.point === point && places.has(other.seq));
  return effect && places.get(effect.seq);
}

function struckWords({ fault }: Entry & { kind: 'struck' }): string {
  switch (fault.kind) {
    case 'crash':
      return 'crashed here';
    case 'fail':
      return 'failed here';
    case 'delay':
    case 'lag':
      return 'late here';
    case 'duplicate':
      return 'doubled here';
  }
}

function evidenceWords(entry: Entry): string {
  switch (entry.kind) {
    case 'mailed':
      return 'mail sent';
    case 'published':
    case 'appended':
      return 'published';
    case 'committed':
      return 'committed';
    case 'rolled back':
      return 'rolled back';
    case 'called':
      return 'called';
    case 'answered':
      return 'answered';
    case 'acknowledged':
      return 'acknowledged';
    default:
      return 'evidence';
  }
}

function listed(times: readonly number[]): string {
  return times.length < 2 ? `${times[0]}` : `${times.slice(0, -1).join(', ')} and ${times.at(-1)}`;
}

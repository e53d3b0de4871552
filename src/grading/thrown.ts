import type { Entry } from 'lab/authoring';
import type { Place, Story } from '#timeline/story.ts';

export interface Thrown {
  readonly words: string;
  readonly place?: Place;
}

/**
 * What handlers threw in a play that came to its end: whoever called saw a 500 and a queue saw the message come back, but
 * whoever wrote the handler wants the error and its line.
 */
export function thrownIn({ trace, places }: Pick<Story, 'trace' | 'places'>): readonly Thrown[] {
  const placeOf = new Map(places);
  const found = new Map<string, Thrown>();
  for (const entry of trace) {
    const place = placeOf.get(entry.seq);
    const words = wordsOf(entry, place);
    const key = `${place?.path}:${place?.line} ${words}`;
    if (words !== undefined && !found.has(key)) found.set(key, { words, ...(place ? { place } : {}) });
  }
  return [...found.values()].slice(0, MOST);
}

const MOST = 3;

function wordsOf(entry: Entry, place: Place | undefined): string | undefined {
  if (entry.kind === 'answered' && entry.error !== undefined)
    return `${entry.process} answered ${entry.status}: ${entry.error}`;
  // What came back for another reason has no line of the learner's.
  if (entry.kind === 'returned' && place) return `A handler of ${entry.queue} failed: ${entry.because}`;
  return undefined;
}

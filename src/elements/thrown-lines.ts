import type { Entry } from 'lab/authoring';
import type { Place, Story } from '#timeline/story.ts';
import { build, button } from './build-element.ts';

type GoTo = (path: string, line: number) => void;

/**
 * What handlers threw in a play that came to its end: whoever called saw a 500 and a queue saw the message come back, but
 * whoever wrote the handler wants the error and its line. `goTo` opens a line of the code.
 */
export function thrownLines({ trace, places }: Story, goTo: GoTo): readonly HTMLElement[] {
  const placeOf = new Map(places);
  const lines = new Map<string, HTMLElement>();
  for (const entry of trace) {
    const place = placeOf.get(entry.seq);
    const words = thrownIn(entry, place);
    const key = `${place?.path}:${place?.line} ${words}`;
    if (words !== undefined && !lines.has(key)) lines.set(key, thrownLine(words, place, goTo));
  }
  return [...lines.values()].slice(0, MOST_LINES);
}

const MOST_LINES = 3;

function thrownIn(entry: Entry, place: Place | undefined): string | undefined {
  if (entry.kind === 'answered' && entry.error !== undefined)
    return `${entry.process} answered ${entry.status}: ${entry.error}`;
  // What came back for another reason has no line of the learner's.
  if (entry.kind === 'returned' && place) return `A handler of ${entry.queue} failed: ${entry.because}`;
  return undefined;
}

function thrownLine(words: string, place: Place | undefined, goTo: GoTo): HTMLElement {
  if (!place) return build('p', {}, words);
  const { path, line, column } = place;
  return build(
    'p',
    {},
    `${words} `,
    button(`${path}, line ${line}, column ${column}`, 'text-button', () => goTo(path, line)),
  );
}

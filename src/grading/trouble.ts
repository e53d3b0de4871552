import type { Place } from '#timeline/story.ts';
import type { Ending, Problem } from './ending.ts';
import { pageWords } from './reader-words.ts';

/** An ending that is none of the checks' own, in words. */
export interface Trouble {
  readonly outcome: Exclude<Ending['kind'], 'done'>;
  /** Stands where the count of checks would stand: "Did not compile". */
  readonly headline: string;
  /** What happened and what to do; empty when the headline says it all. */
  readonly because: string;
  /** Where to look first. */
  readonly place?: Place;
  readonly problems: readonly Problem[];
}

/** In the words of the page, unless it is read elsewhere. */
export function troubleOf(ending: Ending, words = pageWords): Trouble | undefined {
  switch (ending.kind) {
    case 'done':
      return undefined;
    case 'did not compile':
      return {
        outcome: ending.kind,
        headline: 'Did not compile',
        because: '',
        problems: ending.problems,
        ...placeOf(ending.problems[0]),
      };
    case 'error':
      return {
        outcome: ending.kind,
        headline: 'Error',
        because: ending.because,
        problems: [],
        ...placeOf(ending.place),
      };
    case 'timed out':
      return {
        outcome: ending.kind,
        headline: 'Timed out',
        because: ending.because,
        problems: [],
        ...placeOf(ending.place),
      };
    case 'out of memory':
      return {
        outcome: ending.kind,
        headline: 'Out of memory',
        because: ending.because,
        problems: [],
        ...placeOf(ending.place),
      };
    case 'stopped':
      return {
        outcome: ending.kind,
        headline: 'Stopped',
        because:
          ending.by === 'another job'
            ? 'Something else was begun before it had ended. Begin it again when you want the rest.'
            : 'You stopped it.',
        problems: [],
      };
    case 'engine failed':
      return { outcome: ending.kind, headline: words.engineFailed, because: ending.because, problems: [] };
  }
}

/** What stands above it: the count of what holds, where there is one, and its own words. */
export function troubleName(trouble: Trouble, headline: string): string {
  return headline === trouble.headline ? headline : `${headline}. ${trouble.headline}`;
}

/** More problems than this are counted. */
export const MOST_PROBLEMS = 5;

function placeOf(found: Place | undefined): { readonly place?: Place } {
  return found ? { place: { path: found.path, line: found.line, column: found.column } } : {};
}

import * as v from 'valibot';
import { type GlossaryTerm, parseGlossaryTerms, termsNamed } from './glossary-terms.ts';
import { type FoundPage, parseFoundPage } from './search-results.ts';

export interface SearchAddresses {
  /** Pagefind's script; its index lies beside it. */
  readonly index: string;
  readonly terms: string;
  /** The home page. */
  readonly site: string;
}

export interface Found {
  readonly query: string;
  readonly terms: readonly GlossaryTerm[];
  readonly pages: readonly FoundPage[];
  /** How many pages there are; `pages` holds the best of them. */
  readonly total: number;
}

/** What was asked for while something else was looked for is `superseded`. */
export type Answer = { readonly kind: 'found'; readonly found: Found } | { readonly kind: 'superseded' };

export interface CourseIndex {
  /** Rejects when the index cannot be fetched; the next search tries again. */
  search(query: string): Promise<Answer>;
}

export const MOST_PAGES = 10;

/** The course as it can be searched. Nothing is fetched before the first search. */
export function createCourseIndex({ index, terms, site }: SearchAddresses): CourseIndex {
  let opened: Promise<Opened> | undefined;
  let tries = 0;
  let latest = 0;

  async function open(): Promise<Opened> {
    tries += 1;
    // A browser remembers that a module could not be had: another try needs another address.
    const address = tries > 1 ? `${index}?try=${tries}` : index;
    const [pagefind, known] = await Promise.all([openPagefind(address, index, site), fetchTerms(terms)]);
    return { pagefind, terms: known };
  }

  return {
    async search(query) {
      latest += 1;
      const mine = latest;
      opened ??= open();
      opened.catch(() => {
        opened = undefined;
      });
      const { pagefind, terms } = await opened;
      if (mine !== latest) return { kind: 'superseded' };
      const { results } = await pagefind.search(query);
      const data = await Promise.all(results.slice(0, MOST_PAGES).map((each) => each.data()));
      if (mine !== latest) return { kind: 'superseded' };
      const pages = data.map(parseFoundPage);
      return { kind: 'found', found: { query, terms: termsNamed(terms, query), pages, total: results.length } };
    },
  };
}

interface Opened {
  readonly pagefind: Pagefind;
  readonly terms: readonly GlossaryTerm[];
}

const found = v.object({ results: v.array(v.object({ data: v.function() })) });
const library = v.object({ createInstance: v.function() });
const instance = v.object({ search: v.function(), init: v.function() });

interface Pagefind {
  search(query: string): Promise<{ readonly results: readonly { data(): Promise<unknown> }[] }>;
}

async function openPagefind(address: string, index: string, site: string): Promise<Pagefind> {
  const folder = index.slice(0, index.lastIndexOf('/') + 1);
  // Its entry is looked for first: the library only logs that it is not there.
  const entry = await fetch(`${folder}pagefind-entry.json`);
  if (!entry.ok) throw new Error(`The index of the course answered ${entry.status}.`);
  const { createInstance } = v.parse(library, await import(/* @vite-ignore */ address));
  // The index is small, and a worker of its own would be one more thing to fetch.
  const made = v.parse(instance, createInstance({ basePath: folder, baseUrl: site, noWorker: true }));
  await made.init();
  return {
    search: async (query) => {
      const { results } = v.parse(found, await made.search(query));
      return { results: results.map(({ data }) => ({ data: async (): Promise<unknown> => data() })) };
    },
  };
}

async function fetchTerms(address: string): Promise<readonly GlossaryTerm[]> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`The glossary answered ${answer.status}.`);
  return parseGlossaryTerms(await answer.json());
}

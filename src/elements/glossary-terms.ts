import * as v from 'valibot';

/** A word of the field and what this course means by it. */
export type GlossaryTerm = v.InferOutput<typeof term>;

const term = v.object({ term: v.string(), meaning: v.string(), address: v.string() });

/** What the site serves of its glossary. Throws when it is something else. */
export function parseGlossaryTerms(data: unknown): readonly GlossaryTerm[] {
  return v.parse(v.array(term), data);
}

/** The terms that a query is, or begins to be: the same word first, then longer ones. Case and plural do not matter. */
export function termsNamed(terms: readonly GlossaryTerm[], query: string): readonly GlossaryTerm[] {
  const asked = plain(query);
  if (asked.length < 2) return [];
  const named = terms.filter(({ term }) => plain(term).startsWith(asked) || plain(term) === singular(asked));
  const isSame = ({ term }: GlossaryTerm) => plain(term) === asked || plain(term) === singular(asked);
  return named.toSorted((one, other) => Number(isSame(other)) - Number(isSame(one))).slice(0, MOST);
}

const MOST = 3;

function plain(words: string): string {
  return words.toLowerCase().replaceAll('-', ' ').trim().replace(/\s+/g, ' ');
}

function singular(word: string): string {
  return word.replace(/s$/, '');
}

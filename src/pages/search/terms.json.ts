import { getCollection } from 'astro:content';
import { pageAddress } from '#components/page-address.ts';
import type { GlossaryTerm } from '#elements/glossary-terms.ts';

/** The words of the glossary, for the search to find first. */
export async function GET(): Promise<Response> {
  const terms: readonly GlossaryTerm[] = (await getCollection('glossary')).map(({ id, data }) => ({
    term: data.term,
    meaning: data.meaning,
    address: pageAddress(`/glossary/#${id}`),
  }));
  return Response.json(terms);
}

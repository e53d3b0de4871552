import { getCollection, getEntry } from 'astro:content';
import { pageAddress } from './page-address.ts';

/** A page of the course, in the order in which one takes it. */
export interface CoursePage {
  readonly title: string;
  /** Below the site's address; begins and ends with a slash. */
  readonly path: string;
  readonly address: string;
}

export async function coursePages(): Promise<readonly CoursePage[]> {
  const lessons = (await getCollection('lessons')).toSorted((one, other) => one.data.number - other.data.number);
  const written = new Set((await getCollection('lessonTexts')).map(({ id }) => id));
  const pitfall = await getEntry('texts', 'pitfall');
  const practice = await getEntry('texts', 'practice');
  return [
    { title: 'How to read the timeline', path: '/how-to-read/' },
    ...lessons
      .filter(({ id }) => written.has(id))
      .map(({ id, data }) => ({ title: data.title, path: `/lessons/${id}/` })),
    ...(pitfall ? [{ title: pitfall.data.title, path: '/pitfall/' }] : []),
    ...(practice ? [{ title: practice.data.title, path: '/practice/' }] : []),
  ].map((page) => ({ ...page, address: pageAddress(page.path) }));
}

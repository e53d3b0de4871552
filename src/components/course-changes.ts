import { getCollection } from 'astro:content';

/** What became of the course, newest first. */
export const courseChanges = async () =>
  (await getCollection('changes')).toSorted((one, other) => other.data.at.localeCompare(one.data.at));

import { getCollection, getEntry } from 'astro:content';

/** What the course is made of, in the order in which one takes it. */
export type SyllabusPart = { readonly title: string; readonly minutes: number; readonly path?: string } & (
  | { readonly kind: 'lesson'; readonly number: number }
  | { readonly kind: 'pitfall' | 'practice' }
);

/** The lesson that the pitfall comes after. */
const PITFALL_AFTER = 'eventual-consistency';

/** A lesson whose text is not there has no path. */
export async function syllabusParts(): Promise<readonly SyllabusPart[]> {
  const written = new Set((await getCollection('lessonTexts')).map(({ id }) => id));
  const lessons = (await getCollection('lessons')).toSorted((one, other) => one.data.number - other.data.number);
  const pitfall = await textPart('pitfall');
  const practice = await textPart('practice');
  return [
    ...lessons.flatMap(({ id, data }): SyllabusPart[] => [
      { kind: 'lesson', ...data, ...(written.has(id) ? { path: `/lessons/${id}/` } : {}) },
      ...(id === PITFALL_AFTER ? pitfall : []),
    ]),
    ...practice,
  ];
}

async function textPart(kind: 'pitfall' | 'practice'): Promise<readonly SyllabusPart[]> {
  const text = await getEntry('texts', kind);
  return text ? [{ kind, title: text.data.title, minutes: text.data.minutes, path: `/${kind}/` }] : [];
}

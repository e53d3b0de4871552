import { getCollection, getEntry } from 'astro:content';
import { coursePages } from './course-pages.ts';
import { syllabusParts } from './syllabus-parts.ts';

/** A page that can be found, listed and shared. */
export interface SitePage {
  readonly title: string;
  /** Below the site's address; begins and ends with a slash. */
  readonly path: string;
  /** What it is, as it stands above its title: "Lesson 3 of 7, 55 minutes". */
  readonly kind: string;
  /** Of a lesson, and of whatever else has one. */
  readonly minutes?: number;
}

export const HOME_TITLE = 'What happens after “order created”';

/** Every page but the one that says that there is none. Home first, then as one takes the course, then what stands beside it. */
export async function sitePages(): Promise<readonly SitePage[]> {
  const parts = await syllabusParts();
  const lessons = parts.filter(({ kind }) => kind === 'lesson').length;
  const course = (await coursePages()).map(({ title, path }): SitePage => {
    const part = parts.find((each) => each.path === path);
    if (!part) return { title, path, kind: path === '/overview/' ? 'Overview' : 'The course' };
    const { minutes } = part;
    const what = { lesson: '', pitfall: 'The common pitfall', practice: 'Practice' }[part.kind];
    const kind = part.kind === 'lesson' ? `Lesson ${part.number} of ${lessons}` : what;
    return { title, path, minutes, kind: `${kind}, ${minutes} minutes` };
  });
  const terms = (await getCollection('glossary')).length;
  const lab = await getEntry('texts', 'the-lab');
  return [
    { title: HOME_TITLE, path: '/', kind: 'A course you run' },
    ...course,
    { title: 'Playground', path: '/playground/', kind: 'Nothing is graded' },
    { title: 'Glossary', path: '/glossary/', kind: `${terms} terms` },
    { title: 'Resources', path: '/resources/', kind: 'Twelve to read on, all of them free' },
    { title: 'What has changed', path: '/changes/', kind: 'The course, day by day' },
    ...(lab ? [{ title: lab.data.title, path: '/the-lab/', kind: 'The lab' }] : []),
  ];
}

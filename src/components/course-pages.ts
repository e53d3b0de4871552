import { pageAddress } from './page-address.ts';
import { syllabusParts } from './syllabus-parts.ts';

/** A page of the course, in the order in which one takes it. */
export interface CoursePage {
  readonly title: string;
  /** Below the site's address; begins and ends with a slash. */
  readonly path: string;
  readonly address: string;
}

export async function coursePages(): Promise<readonly CoursePage[]> {
  const parts = (await syllabusParts()).flatMap(({ title, path }) => (path ? [{ title, path }] : []));
  return [
    { title: 'What event-driven architecture is', path: '/overview/' },
    { title: 'How to read the timeline', path: '/how-to-read/' },
    ...parts,
    { title: 'Outcomes', path: '/outcomes/' },
  ].map((page) => ({ ...page, address: pageAddress(page.path) }));
}

/** The pages before and after one of the course. From home one goes on to the first; a page beside the course has neither. */
export async function neighbours(path: string): Promise<{ readonly before?: CoursePage; readonly after?: CoursePage }> {
  const pages = await coursePages();
  const here = pages.findIndex((page) => page.path === path);
  if (here < 0 && path !== '/') return {};
  const [before, after] = [pages[here - 1], pages[here + 1]];
  return { ...(before ? { before } : {}), ...(after ? { after } : {}) };
}

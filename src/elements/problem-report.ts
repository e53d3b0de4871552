import { readStoryLink, writeStoryLink } from '#grading/story-link.ts';

/** What somebody who tells of a problem would have to look up: the page says it for them, and they see it before it is sent. */
export interface ProblemReport {
  readonly page: string;
  /** Whole, with the story that is on show. */
  readonly address: string;
  readonly exercise: string | undefined;
  /** What the exercise checks: a story is one of these. */
  readonly checks: readonly { readonly id: string }[];
  readonly version: string;
  readonly runner: string;
  readonly browser: string;
}

/** The configured address with a title and a body, as the page for a new issue takes them. */
export function reportAddress(base: string, report: ProblemReport): string {
  const address = new URL(base);
  address.searchParams.set('title', `${report.page}: `);
  address.searchParams.set('body', bodyOf(report));
  return address.href;
}

function bodyOf({ page, address, exercise, checks, version, runner, browser }: ProblemReport): string {
  const { place, story } = partsOf(address, checks);
  return [
    'What happened:',
    '',
    'What I expected:',
    '',
    '---',
    `Page: ${page}, ${place}`,
    ...(exercise ? [`Exercise: ${exercise}`] : []),
    ...story,
    `Course: ${version}`,
    `Runner: ${runner}`,
    `Browser: ${browser}`,
  ].join('\n');
}

/** Code that came with a link is left out: it is long, and it is not said that it may be told on. */
function partsOf(address: string, checks: ProblemReport['checks']): { place: string; story: readonly string[] } {
  const url = new URL(address);
  const reading = readStoryLink(url.hash, checks);
  if (reading.kind === 'none') return { place: address, story: [] };
  url.hash = reading.kind === 'story' ? writeStoryLink(reading.link) : '';
  if (reading.kind === 'broken') return { place: url.href, story: [`Link refused: ${reading.because}`] };
  const { check = 'its own run', schedule } = reading.link;
  return { place: url.href, story: [`Story on show: ${check}, schedule ${schedule.slice(0, MOST_CHARACTERS)}`] };
}

/** The address has all of it; trackers take an address of some thousands. */
const MOST_CHARACTERS = 500;

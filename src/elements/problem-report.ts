/** What somebody who tells of a problem would have to look up: the page says it for them, and they see it before it is sent. */
export interface ProblemReport {
  readonly page: string;
  /** Whole, with the story that is on show. */
  readonly address: string;
  readonly exercise: string | undefined;
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

function bodyOf({ page, address, exercise, version, runner, browser }: ProblemReport): string {
  const story = storyIn(address);
  return [
    'What happened:',
    '',
    'What I expected:',
    '',
    '---',
    `Page: ${page}, ${address}`,
    ...(exercise ? [`Exercise: ${exercise}`] : []),
    ...(story ? [`Story on show: ${story.check}, schedule ${story.schedule}`] : []),
    `Course: ${version}`,
    `Runner: ${runner}`,
    `Browser: ${browser}`,
  ].join('\n');
}

const STORY = /#story=([^/]+)\/(.+)$/;
const MOST_CHARACTERS = 500;

/** As the address of the page has it; it is only told on. */
function storyIn(address: string): { readonly check: string; readonly schedule: string } | undefined {
  const [, check, schedule] = STORY.exec(address) ?? [];
  if (!check || !schedule) return undefined;
  return { check: decoded(check), schedule: decoded(schedule).slice(0, MOST_CHARACTERS) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

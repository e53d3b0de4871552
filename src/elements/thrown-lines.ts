import { type Thrown, thrownIn } from '#grading/thrown.ts';
import type { Story } from '#timeline/story.ts';
import { build, button } from './build-element.ts';

type GoTo = (path: string, line: number) => void;

/** What handlers threw in a play that came to its end. `goTo` opens a line of the code. */
export function thrownLines(story: Story, goTo: GoTo): readonly HTMLElement[] {
  return thrownIn(story).map((thrown) => thrownLine(thrown, goTo));
}

function thrownLine({ words, place }: Thrown, goTo: GoTo): HTMLElement {
  if (!place) return build('p', {}, words);
  const { path, line, column } = place;
  return build(
    'p',
    {},
    `${words} `,
    button(`${path}, line ${line}, column ${column}`, 'text-button', () => goTo(path, line)),
  );
}

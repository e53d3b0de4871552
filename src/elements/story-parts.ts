import { storyName } from '#grading/story-name.ts';
import { troubleOf } from '#grading/trouble.ts';
import type { Session } from '#stores/session.ts';
import type { Showing } from '#stores/session-state.ts';
import { build, button } from './build-element.ts';
import { storyHeading } from './story-words.ts';
import { troubleLines } from './verdict.ts';

/** What stands above the timeline, or in its place. Nothing means: as the server wrote it. `goTo` opens a line of the code. */
export function storyParts(
  showing: Showing,
  session: Session,
  goTo: (path: string, line: number) => void,
): readonly Node[] {
  const { checks } = session.exercise;
  switch (showing.kind) {
    case 'nothing':
      return [];
    case 'offered':
      return [
        build('h3', {}, 'This link names a story'),
        build(
          'p',
          {},
          `It is ${storyName(showing.link, checks)}. Nothing has been run yet.${showing.packed === undefined ? '' : CODE_CAME}`,
        ),
        build(
          'div',
          { class: 'acts' },
          ...(showing.packed === undefined ? [] : [button('Open that code', 'btn', () => void session.openOffered())]),
          button('Play it on your code', 'btn', () => void session.play(showing.link)),
        ),
      ];
    case 'refused':
      return [build('h3', {}, 'This link cannot be opened'), build('p', {}, showing.because)];
    case 'playing':
      return [build('p', {}, 'Playing it once more.')];
    case 'story':
      return [
        build('h3', {}, storyHeading(showing, session.grade.get(), checks)),
        ...(showing.says === undefined ? [] : [build('p', {}, showing.says)]),
        ...(showing.misfit ? [build('p', {}, showing.misfit)] : []),
        ...(showing.story.cut === undefined ? [] : [build('p', {}, showing.story.cut)]),
        ...(isUnfinishedReplay(showing) ? [build('p', {}, showing.story.ended)] : []),
      ];
    case 'broken off': {
      const trouble = troubleOf(showing.ending);
      const began = showing.ending.kind !== 'did not compile';
      return [
        ...(trouble ? troubleLines(trouble, trouble.headline, 'this play', goTo) : []),
        ...(began ? [build('p', {}, 'There is no timeline of this play, because it did not come to its end.')] : []),
      ];
    }
  }
}

const CODE_CAME =
  ' Code came with it, of somebody else, perhaps. Opening it runs nothing; your own is kept as a copy under Files, and Undo brings it back.';

/** How a run ended is said above the checks; of a replayed story it is said here. */
function isUnfinishedReplay({ link, story }: Showing & { kind: 'story' }): boolean {
  return link.check !== undefined && story.ended !== 'returned';
}

import { storyName } from '#grading/story-name.ts';
import { troubleOf } from '#grading/trouble.ts';
import type { Session } from '#stores/session.ts';
import type { Showing } from '#stores/session-state.ts';
import { build, button } from './build-element.ts';
import { isOwnAddress } from './story-address.ts';
import { storyHeading } from './story-words.ts';
import { troubleLines } from './verdict.ts';

export interface StoryPartsActions {
  /** Opens a line of the code. */
  goTo(path: string, line: number): void;
  /** Brings the story on show into view, and gives it the focus. */
  reveal(): void;
}

/** What stands above the timeline, or in its place. Nothing means: as the server wrote it. */
export function storyParts(showing: Showing, session: Session, { goTo, reveal }: StoryPartsActions): readonly Node[] {
  const { checks } = session.exercise;
  switch (showing.kind) {
    case 'nothing':
      return [];
    case 'offered':
      return offeredParts(showing, session, reveal);
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

function offeredParts(
  { link, packed }: Showing & { kind: 'offered' },
  session: Session,
  reveal: () => void,
): readonly Node[] {
  const failed = build('p', { role: 'status' });
  const open = button('Open that code', 'btn', () => {
    failed.textContent = '';
    // What unpacks it is fetched for whoever opens some.
    session.openOffered().catch(() => {
      failed.textContent = NOT_FETCHED;
    });
  });
  const name = storyName(link, session.exercise.checks);
  return [
    build('h3', {}, isOwnAddress() ? 'The story that you had open' : 'This link names a story'),
    build('p', {}, `It is ${name}. Nothing has been run yet.${packed === undefined ? '' : CODE_CAME}`),
    build(
      'div',
      { class: 'acts' },
      ...(packed === undefined ? [] : [open]),
      button('Play it on your code', 'btn', () => void session.play(link).then(reveal)),
    ),
    failed,
  ];
}

const CODE_CAME =
  ' The link brings code, perhaps somebody else’s. Opening that runs nothing; your own is kept as a copy under Files, and Undo brings it back.';
const NOT_FETCHED =
  'What opens the code could not be fetched, and nothing was changed. Check the connection, then press again.';

/** How a run ended is said above the checks; of a replayed story it is said here. */
function isUnfinishedReplay({ link, story }: Showing & { kind: 'story' }): boolean {
  return link.check !== undefined && story.ended !== 'returned';
}

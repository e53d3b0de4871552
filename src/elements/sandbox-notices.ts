import type { SaveState } from '#stores/draft.ts';
import type { Session } from '#stores/session.ts';
import { build, button } from './build-element.ts';
import { clockTime } from './dates.ts';

/** What the learner has to know or to decide, across the whole sandbox. Returns how to stop. */
export function showNotices(place: HTMLElement, session: Session): () => void {
  const { draft, engine } = session;
  let oldStarterSeen = false;
  let drawn = '';

  function draw(): void {
    const saved = draft.saved.get();
    const state = engine.get();
    const notices = [
      ...(saved.kind === 'conflict' ? [conflict(session, saved)] : []),
      ...(state.kind === 'unavailable' ? [notice(state.because)] : []),
      ...(draft.outdated.get() && !oldStarterSeen ? [oldStarter(session, seen)] : []),
    ];
    const content = notices.map(({ textContent }) => textContent).join('\n');
    // Drawn anew, a button would lose the focus.
    if (content === drawn) return;
    drawn = content;
    place.replaceChildren(...notices);
  }

  function seen(): void {
    oldStarterSeen = true;
    draw();
  }

  const forget = [draft.saved.listen(draw), draft.outdated.listen(draw), engine.listen(draw)];
  draw();
  return () => {
    for (const each of forget) each();
  };
}

function conflict({ draft }: Session, { at, refused }: SaveState & { kind: 'conflict' }): HTMLElement {
  const kept =
    refused === undefined
      ? 'Both are kept: whichever you don’t choose stays under Files, as a copy.'
      : `Whichever you don’t choose stays under Files, as a copy, and only for as long as this tab is open: ${refused}`;
  return notice(
    `Another tab saved other changes to these files at ${clockTime(at)}. ${kept}`,
    button('Keep what is here', 'btn', () => draft.settle('mine')),
    button('Take the other tab’s', 'btn', () => draft.settle('theirs')),
  );
}

function oldStarter({ draft }: Session, seen: () => void): HTMLElement {
  return notice(
    'The files of this exercise have changed since you began. Yours are kept as they are.',
    button('Keep mine', 'btn', seen),
    button('Start again with the new files', 'btn', () => draft.reset()),
  );
}

function notice(words: string, ...acts: readonly HTMLElement[]): HTMLElement {
  return build(
    'div',
    { class: 'notice', role: 'group', 'aria-label': 'Notice' },
    build('p', {}, words),
    ...(acts.length > 0 ? [build('div', { class: 'acts' }, ...acts)] : []),
  );
}

import type { SaveState } from '#stores/draft.ts';
import type { PageEngines } from '#stores/page-engines.ts';
import type { Session } from '#stores/session.ts';
import { build, button } from './build-element.ts';
import { clockTime } from './dates.ts';
import { engineNotice, LONG_WAIT_MS } from './engine-notice.ts';

/** What the learner has to know or to decide, across the whole sandbox. Returns how to stop. */
export function showNotices(place: HTMLElement, session: Session, engines: PageEngines): () => void {
  const { draft, engine } = session;
  let oldStarterSeen = false;
  let drawn = '';
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let waitedLong = false;

  function draw(): void {
    const saved = draft.saved.get();
    const state = engine.get();
    const ofEngine = engineNotice(engines, waitedLong);
    const notices = [
      ...(saved.kind === 'conflict' ? [conflict(session, saved)] : []),
      ...(ofEngine ? [notice(ofEngine.words, ...ofEngine.acts)] : []),
      ...(!ofEngine && state.kind === 'unavailable' ? [notice(state.because)] : []),
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

  /** Whoever waits for long is offered another way. */
  function followBoot(): void {
    const isBooting = engines.node.get().kind === 'booting';
    if (!isBooting) {
      clearTimeout(waiting);
      waiting = undefined;
      waitedLong = false;
    }
    if (isBooting) {
      waiting ??= setTimeout(() => {
        waitedLong = true;
        draw();
      }, LONG_WAIT_MS);
    }
    draw();
  }

  const forget = [
    engines.node.listen(followBoot),
    engines.wanted.listen(draw),
    draft.saved.listen(draw),
    draft.outdated.listen(draw),
    engine.listen(draw),
  ];
  followBoot();
  return () => {
    clearTimeout(waiting);
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

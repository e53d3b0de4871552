import type { SaveState } from '#stores/draft.ts';
import type { PageEngines } from '#stores/page-engines.ts';
import type { Session } from '#stores/session.ts';
import { clockTime } from './dates.ts';
import { engineNotice, LONG_WAIT_MS } from './engine-notice.ts';
import { createNoticeList, type Notice } from './notice-list.ts';

/** What the learner has to know or to decide, across the whole sandbox. Returns how to stop. */
export function showNotices(place: HTMLElement, session: Session, engines: PageEngines): () => void {
  const { draft, engine } = session;
  let oldStarterSeen = false;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let waitedLong = false;

  const show = createNoticeList(
    place,
    () => place.parentElement?.querySelector<HTMLElement>('engine-switch summary') ?? null,
  );

  function draw(): void {
    const saved = draft.saved.get();
    const refusal = draft.refusal.get();
    const state = engine.get();
    const ofEngine = engineNotice(engines, waitedLong);
    show([
      ...(saved.kind === 'conflict' ? [conflict(session, saved)] : []),
      ...(ofEngine ? [ofEngine] : []),
      ...(!ofEngine && state.kind === 'unavailable' ? [{ key: 'sandbox', words: state.because, acts: [] }] : []),
      ...(refusal === undefined ? [] : [{ key: 'refusal', words: refusal, acts: [] }]),
      ...(draft.outdated.get() && !oldStarterSeen ? [oldStarter(session, seen)] : []),
    ]);
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
    engines.hasTakenOver.listen(draw),
    draft.saved.listen(draw),
    draft.refusal.listen(draw),
    draft.outdated.listen(draw),
    engine.listen(draw),
  ];
  followBoot();
  return () => {
    clearTimeout(waiting);
    for (const each of forget) each();
  };
}

function conflict({ draft }: Session, { at, refused }: SaveState & { kind: 'conflict' }): Notice {
  const kept =
    refused === undefined
      ? 'Both are kept: whichever you don’t choose stays under Files, as a copy.'
      : `Whichever you don’t choose is to stay under Files, as a copy, and nothing changes before it can. ${refused}`;
  return {
    key: 'conflict',
    words: `Another tab saved other changes to these files at ${clockTime(at)}. ${kept}`,
    acts: [
      { words: 'Keep what is here', act: () => draft.settle('mine') },
      { words: 'Take the other tab’s', act: () => draft.settle('theirs') },
    ],
  };
}

function oldStarter({ draft }: Session, seen: () => void): Notice {
  return {
    key: 'old starter',
    words: 'The files of this exercise have changed since you began. Yours are kept as they are.',
    acts: [
      { words: 'Keep mine', act: seen },
      { words: 'Start again with the new files', act: () => draft.reset() },
    ],
  };
}

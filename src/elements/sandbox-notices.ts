import { device } from '#stores/device.ts';
import type { SaveState } from '#stores/draft.ts';
import { draftName } from '#stores/draft-record.ts';
import type { PageEngines } from '#stores/page-engines.ts';
import type { Session } from '#stores/session.ts';
import { asideOf } from '#stores/set-aside.ts';
import { clockTime } from './dates.ts';
import { engineNotice, LONG_WAIT_MS } from './engine-notice.ts';
import { handOver } from './hand-over.ts';
import { createNoticeList, type Notice } from './notice-list.ts';

/** What the learner has to know or to decide, across the whole sandbox. Returns how to stop. */
export function showNotices(
  place: HTMLElement,
  session: Session,
  engines: PageEngines,
  say: (words: string) => void,
): () => void {
  const { draft, engine, exercise } = session;
  const isAside = () => device.names(asideOf(draftName(exercise.id))).length > 0;
  let asideSeen = false;
  let handed = '';
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
      ...(isAside() && !asideSeen ? [setAside(handed, save, seenAside)] : []),
      ...(refusal === undefined ? [] : [{ key: 'refusal', words: refusal, acts: [] }]),
      ...(draft.outdated.get() && !oldStarterSeen ? [oldStarter(session, seen)] : []),
    ]);
  }

  function seen(): void {
    oldStarterSeen = true;
    draw();
  }

  function seenAside(): void {
    asideSeen = true;
    draw();
  }

  function save(): void {
    void handOver().then((words) => {
      handed = words;
      say(words);
      draw();
    });
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
    device.watchAll(draw),
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

/** The notice of the whole page may be far above. `handed`: how saving went, once somebody has. */
function setAside(handed: string, save: () => void, seen: () => void): Notice {
  return {
    key: 'set aside',
    words: `Other code of yours for this exercise is set aside on this device: not readable here, or replaced by another tab. A file of your work holds it, too. ${handed}`,
    acts: [
      { words: 'Save your work as a file', act: save },
      { words: 'Go on without it', act: seen },
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

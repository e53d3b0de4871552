import { atom } from 'nanostores';
import type { Ending, EngineState, SandboxEngine, Told } from './engine.ts';
import type { Asked } from './grader/grade.ts';

/** What differs between engines: how the place where code runs is opened, and how one job is done there. */
export interface EngineParts<Place> {
  readonly kind: SandboxEngine['kind'];
  /** Says each stage that takes a while. Rejects with a sentence for the learner. */
  readonly open: (stage: (words: string) => void) => Promise<Place>;
  /** One job, from asking to its ending; after `stopped` nobody waits for it any more. May reject with a sentence. */
  readonly perform: (place: Place, job: JobUnderWay) => Promise<Ending>;
  readonly close: (place: Place) => void;
  /** Resolves with a sentence when the place has gone although nobody used it. */
  readonly lost?: (place: Place) => Promise<string>;
  /** Whether an error of `perform` means that the place is gone, and the next job has to open another. */
  readonly isLost?: (error: unknown) => boolean;
}

export interface JobUnderWay {
  readonly asked: Asked;
  readonly hear: (told: Told) => void;
  readonly stopped: Promise<'stopped'>;
}

/** What all engines have in common: one place, one job at a time, and an ending for each, whatever happens. */
export function createEngine<Place>({
  kind,
  open,
  perform,
  close,
  lost = () => new Promise(() => {}),
  isLost = () => false,
}: EngineParts<Place>): SandboxEngine {
  const state = atom<EngineState>({ kind: 'cold' });
  let place: Promise<Place> | undefined;
  /** Why the place went away in the middle of a job. */
  let gone: string | undefined;
  let stopCurrent = () => {};
  let disposed = false;

  const opened = (): Promise<Place> => {
    if (place) return place;
    const stage = (words: string) => {
      const isGoingOn = place === opening && !disposed;
      if (isGoingOn) state.set({ kind: 'booting', stage: words });
    };
    const opening: Promise<Place> = Promise.resolve().then(() => open(stage));
    place = opening;
    gone = undefined;
    state.set({ kind: 'booting', stage: 'Starting the sandbox' });
    opening.then(
      async (ready) => {
        if (state.get().kind === 'booting') state.set({ kind: 'ready' });
        const because = await lost(ready);
        if (place !== opening) return;
        place = undefined;
        // A job that is under way may still come to its end.
        if (state.get().kind === 'ready') state.set({ kind: 'unavailable', because });
        else gone = because;
      },
      (error: Error) => {
        place = undefined;
        if (!disposed) state.set({ kind: 'unavailable', because: error.message });
      },
    );
    return opening;
  };

  async function endingOf({ asked, hear, stopped }: JobUnderWay): Promise<Ending> {
    const ready = await Promise.race([opened().catch((error: Error) => error), stopped]);
    if (ready === 'stopped') return { kind: 'stopped' };
    if (ready instanceof Error) return { kind: 'engine failed', because: ready.message };
    state.set({ kind: 'busy', job: asked.job.kind });
    try {
      return await perform(ready, { asked, hear, stopped });
    } catch (error) {
      const because = (error as Error).message;
      if (isLost(error)) {
        place = undefined;
        state.set({ kind: 'unavailable', because });
      }
      return { kind: 'engine failed', because };
    }
  }

  const run: SandboxEngine['run'] = async (exercise, files, job, hear) => {
    stopCurrent();
    if (disposed) return { kind: 'engine failed', because: 'This page has put its sandbox away. Reload the page.' };
    let isStopped = false;
    let stop = () => {};
    const stopped = new Promise<'stopped'>((resolve) => {
      stop = () => {
        isStopped = true;
        resolve('stopped');
      };
    });
    stopCurrent = stop;
    const current = () => stopCurrent === stop;
    const ending = await endingOf({
      asked: { exercise, files, job, pace: { kind: 'fast' } },
      hear: (told) => !isStopped && hear(told),
      stopped,
    });
    if (current()) {
      stopCurrent = () => {};
      if (state.get().kind === 'busy')
        state.set(gone === undefined ? { kind: 'ready' } : { kind: 'unavailable', because: gone });
    }
    return ending;
  };

  return {
    kind,
    state,
    boot: async () => {
      if (!disposed) await opened().catch(() => {});
    },
    run,
    stop: () => stopCurrent(),
    dispose: () => {
      disposed = true;
      stopCurrent();
      place?.then(close, () => {});
      place = undefined;
      state.set({ kind: 'cold' });
    },
  };
}

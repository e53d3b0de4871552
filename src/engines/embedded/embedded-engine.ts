import { atom } from 'nanostores';
import type { Ending, EngineState, SandboxEngine, Told } from '../engine.ts';
import type { WorkerAsked } from './messages.ts';
import { openSandbox, type Sandbox, type SandboxUrls } from './sandbox.ts';
import { superviseJob } from './supervise-job.ts';

export interface EmbeddedOptions {
  /** Addresses of the frame's page and of the grader's script; those of this build when absent. */
  readonly urls?: SandboxUrls;
  /** How long a job may say nothing before it is killed. */
  readonly silenceMs?: number;
  /** How long the sandbox may take to start. */
  readonly readyMs?: number;
}

/**
 * Runs learner code in this page: in a worker, in a frame with an origin of its own and no network. Needs no server, no
 * special headers and no install, and can always be killed.
 */
export function createEmbeddedEngine(options: EmbeddedOptions = {}): SandboxEngine {
  const state = atom<EngineState>({ kind: 'cold' });
  const silenceMs = options.silenceMs ?? 1_000;
  let sandbox: Promise<Sandbox> | undefined;
  let stopCurrent = () => {};
  let disposed = false;

  const opened = (): Promise<Sandbox> => {
    if (sandbox) return sandbox;
    state.set({ kind: 'booting', stage: 'Starting the sandbox' });
    const opening = openSandbox(options.readyMs ?? 10_000, options.urls);
    sandbox = opening;
    opening.then(
      () => state.get().kind === 'booting' && state.set({ kind: 'ready' }),
      (error: Error) => {
        sandbox = undefined;
        state.set({ kind: 'unavailable', because: error.message });
      },
    );
    return opening;
  };

  const run: SandboxEngine['run'] = async (exercise, files, job, hear) => {
    stopCurrent();
    if (disposed) return { kind: 'engine failed', because: 'This page has put its sandbox away. Reload the page.' };
    let stop = () => {};
    const stopped = new Promise<'stopped'>((resolve) => {
      stop = () => resolve('stopped');
    });
    stopCurrent = stop;
    const current = () => stopCurrent === stop;
    const ending = await endingOf(
      { exercise, files, job, pace: { kind: 'fast' } },
      (told) => current() && hear(told),
      stopped,
    );
    if (current()) {
      stopCurrent = () => {};
      if (state.get().kind === 'busy') state.set({ kind: 'ready' });
    }
    return ending;
  };

  async function endingOf(
    asked: WorkerAsked,
    hear: (told: Told) => void,
    stopped: Promise<'stopped'>,
  ): Promise<Ending> {
    const ready = await Promise.race([opened().catch((error: Error) => error), stopped]);
    if (ready === 'stopped') return { kind: 'stopped' };
    if (ready instanceof Error) return { kind: 'engine failed', because: ready.message };
    state.set({ kind: 'busy', job: asked.job.kind });
    try {
      return await superviseJob({ sandbox: ready, asked, hear, stopped, silenceMs });
    } catch (error) {
      return { kind: 'engine failed', because: (error as Error).message };
    } finally {
      // A spare that cannot be had is asked for again by the next job, which will say why.
      ready.warm().catch(() => {});
    }
  }

  return {
    kind: 'embedded',
    state,
    boot: async () => {
      if (!disposed) await opened().catch(() => {});
    },
    run,
    stop: () => stopCurrent(),
    dispose: () => {
      disposed = true;
      stopCurrent();
      sandbox?.then(
        (one) => one.dispose(),
        () => {},
      );
      sandbox = undefined;
      state.set({ kind: 'cold' });
    },
  };
}

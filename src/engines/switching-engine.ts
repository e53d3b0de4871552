import { computed, type ReadableAtom } from 'nanostores';
import type { Ending, EngineState, SandboxEngine } from './engine.ts';

export type EngineKind = SandboxEngine['kind'];

/**
 * One engine to the page, whichever is in use. A job begins where it will end: what is chosen meanwhile is for the next one.
 * Only while it still waits for an engine to boot, and another comes into use, does it go there; and when real Node goes away
 * under it, it is begun anew where the page falls back to, and `onBegunAgain` is told.
 */
export function createSwitchingEngine(
  engines: Readonly<Record<EngineKind, SandboxEngine>>,
  inUse: ReadableAtom<EngineKind>,
  onBegunAgain: () => void = () => {},
): SandboxEngine {
  let current: SandboxEngine | undefined;
  let newest = 0;

  /** Booted, or given up: then another may be in use. Undefined when the job was stopped meanwhile. */
  async function settled(isStopped: () => boolean): Promise<SandboxEngine | undefined> {
    for (;;) {
      const engine = engines[inUse.get()];
      const change = changeOf(inUse, engine.kind);
      await Promise.race([engine.boot(), change.made, stopped()]);
      change.forget();
      if (isStopped()) return undefined;
      if (inUse.get() === engine.kind) return engine;
    }
  }

  let stopWaiting = () => {};
  const stopped = () =>
    new Promise<void>((resolve) => {
      stopWaiting = resolve;
    });

  function stop(): void {
    newest++;
    stopWaiting();
    current?.stop();
  }

  return {
    get kind() {
      return inUse.get();
    },
    state: computed(
      [inUse, engines.embedded.state, engines.webcontainer.state],
      (kind, embedded, webcontainer): EngineState => {
        // A job that began before the switch is still under way over there.
        const busy = [embedded, webcontainer].find((state) => state.kind === 'busy');
        return busy ?? (kind === 'embedded' ? embedded : webcontainer);
      },
    ),
    boot: () => engines[inUse.get()].boot(),
    async run(exercise, files, job, hear): Promise<Ending> {
      stop();
      const mine = newest;
      for (;;) {
        const engine = await settled(() => mine !== newest);
        if (!engine || mine !== newest) return { kind: 'stopped' };
        // It has just been tried, and there is no other.
        const state = engine.state.get();
        if (state.kind === 'unavailable' && engine.kind === 'webcontainer')
          return { kind: 'engine failed', because: state.because };
        current = engine;
        const ending = await engine.run(exercise, files, job, hear);
        // What was told is told once more, and word for word: both engines judge alike.
        if (mine !== newest || !hasGone(engine, ending) || inUse.get() === engine.kind) return ending;
        onBegunAgain();
      }
    },
    stop,
    dispose() {
      stop();
      engines.embedded.dispose();
      engines.webcontainer.dispose();
    },
  };
}

/** The job has no ending of its own because what it ran on was lost. */
function hasGone({ kind, state }: SandboxEngine, ending: Ending): boolean {
  return kind === 'webcontainer' && ending.kind === 'engine failed' && state.get().kind === 'unavailable';
}

function changeOf(inUse: ReadableAtom<EngineKind>, kind: EngineKind) {
  let forget = () => {};
  const made = new Promise<void>((resolve) => {
    forget = inUse.listen((now) => {
      if (now !== kind) resolve();
    });
  });
  return { made, forget };
}

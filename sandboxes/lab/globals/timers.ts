import type { Life } from '#processes/life.ts';
import type { World } from '#world/world.ts';

type Run = (...args: unknown[]) => void;

/** What `setTimeout` gives back. Plain, except that it can be asked to mean nothing, as in Node. */
interface Timer {
  cancel(): void;
  ref(): Timer;
  unref(): Timer;
}

/** The timers of one process. They end with it; what they run may end it, when it throws. */
export function timersOf(world: World, life: Life) {
  const schedule = (run: Run, timerMs: number, waitMs: number, args: readonly unknown[]) => {
    if (typeof run !== 'function')
      throw new TypeError(`The "callback" argument must be of type function. Received ${String(run)}`);
    return world.after(waitMs, () => guarded(life, run, args), life, timerMs, world.asking());
  };
  const timer = (cancel: () => void): Timer => {
    const made: Timer = { cancel, ref: () => made, unref: () => made };
    return made;
  };

  return {
    setTimeout: (run: Run, ms?: number, ...args: unknown[]): Timer => {
      const waitMs = delayOf(ms);
      const occasion = schedule(run, waitMs, waitMs, args);
      return timer(() => {
        occasion.cancelled = true;
      });
    },
    setImmediate: (run: Run, ...args: unknown[]): Timer => {
      const occasion = schedule(run, 0, 0, args);
      return timer(() => {
        occasion.cancelled = true;
      });
    },
    setInterval: (run: Run, ms?: number, ...args: unknown[]): Timer => {
      const waitMs = delayOf(ms);
      let occasion = schedule(again, waitMs, waitMs, []);
      let isCancelled = false;
      return timer(() => {
        isCancelled = true;
        occasion.cancelled = true;
      });
      function again() {
        run(...args);
        if (!isCancelled) occasion = schedule(again, waitMs, waitMs, []);
      }
    },
    clear: (made?: unknown) => {
      if (typeof made === 'object' && made !== null && 'cancel' in made) (made as Timer).cancel();
    },
  };
}

function guarded(life: Life, run: Run, args: readonly unknown[]): void {
  try {
    run(...args);
  } catch (error) {
    life.crash('unhandled error', error);
  }
}

/** As in Node: what is no number, too small or too large, is one millisecond. */
function delayOf(ms: unknown): number {
  const asked = Number(ms);
  return asked >= 1 && asked <= 2 ** 31 - 1 ? Math.trunc(asked) : 1;
}

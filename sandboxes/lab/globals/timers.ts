import type { Place } from 'lab/authoring';
import type { Life } from '#processes/life.ts';
import { freezeWhole } from '#world/freeze-whole.ts';
import type { Occasion } from '#world/occasion.ts';
import type { World } from '#world/world.ts';

type Run = (...args: unknown[]) => void;

/** What `setTimeout` gives back: as in Node, an object that only means something to `clearTimeout`. */
class Timer {
  #occasion: Occasion | undefined;
  #isCleared = false;

  get isCleared(): boolean {
    return this.#isCleared;
  }

  awaits(occasion: Occasion): this {
    this.#occasion = occasion;
    return this;
  }

  clear(): void {
    this.#isCleared = true;
    if (this.#occasion) this.#occasion.cancelled = true;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }
}
freezeWhole(Timer);

/** The timers of one process. They end with it; what they run may end it, when it throws. */
export class Timers {
  readonly #world: World;
  readonly #life: Life;

  constructor(world: World, life: Life) {
    this.#world = world;
    this.#life = life;
  }

  readonly setTimeout = (run: Run, ms?: number, ...args: unknown[]): Timer => {
    const waitMs = delayOf(ms);
    return new Timer().awaits(this.#after(callable(run), args, waitMs, waitMs));
  };

  readonly setImmediate = (run: Run, ...args: unknown[]): Timer =>
    new Timer().awaits(this.#after(callable(run), args, 0, 0));

  readonly setInterval = (run: Run, ms?: number, ...args: unknown[]): Timer => {
    const waitMs = delayOf(ms);
    const timer = new Timer();
    callable(run);
    const again = () => {
      run(...args);
      if (!timer.isCleared) timer.awaits(this.#after(again, [], waitMs, waitMs));
    };
    return timer.awaits(this.#after(again, [], waitMs, waitMs));
  };

  readonly clear = (timer?: unknown): void => {
    if (timer instanceof Timer) timer.clear();
  };

  #after(run: Run, args: readonly unknown[], waitMs: number, timerMs: number): Occasion {
    const world = this.#world;
    return world.add(new Alarm(this.#life, timerMs, world.asking(), run, args), waitMs);
  }
}

/** A timer that goes off. What it runs may throw, which ends the process. */
class Alarm implements Occasion {
  at = 0;
  order = 0;
  cancelled = false;
  readonly life: Life;
  readonly timerMs: number;
  readonly from: Place | undefined;
  readonly #run: Run;
  readonly #args: readonly unknown[];

  constructor(life: Life, timerMs: number, from: Place | undefined, run: Run, args: readonly unknown[]) {
    this.life = life;
    this.timerMs = timerMs;
    this.from = from;
    this.#run = run;
    this.#args = args;
  }

  run(): void {
    const run = this.#run;
    try {
      run(...this.#args);
    } catch (error) {
      this.life.crash('unhandled error', error);
    }
  }
}

function callable(run: Run): Run {
  if (typeof run === 'function') return run;
  throw new TypeError(`The "callback" argument must be of type function. Received ${String(run)}`);
}

/** As in Node: what is no number, too small or too large, is one millisecond. */
function delayOf(ms: unknown): number {
  const asked = Number(ms);
  return asked >= 1 && asked <= 2 ** 31 - 1 ? Math.trunc(asked) : 1;
}

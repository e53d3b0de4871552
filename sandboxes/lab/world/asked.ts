import type { Place, Point } from 'lab/authoring';
import type { Life } from '#processes/life.ts';
import { failure } from './failure.ts';
import type { Occasion } from './occasion.ts';
import { parsePoint } from './points.ts';
import { type Promised, promised } from './promised.ts';
import type { World } from './world.ts';

/** Thrown by what cannot happen yet; it is tried again when `resume` is called. No Error: a stack costs more than the wait. */
export class NotYet {
  readonly wait: (resume: () => void) => void;
  constructor(wait: (resume: () => void) => void) {
    this.wait = wait;
  }
}

/** Something a process has asked for and waits for. It is the occasion itself, since there are fifty of them in a play. */
export class Asked<T> implements Occasion {
  at = 0;
  order = 0;
  cancelled = false;
  readonly timerMs = undefined;
  readonly life: Life;
  readonly from: Place | undefined;
  readonly #world: World;
  /** Undefined for what no fault can strike. */
  readonly #point: Point | undefined;
  readonly #happen: (point: Point) => T;
  readonly #promised: Promised<T> = promised();

  constructor(
    world: World,
    life: Life,
    from: Place | undefined,
    point: Point | undefined,
    happen: (point: Point) => T,
  ) {
    this.#world = world;
    this.life = life;
    this.from = from;
    this.#point = point;
    this.#happen = happen;
  }

  /** What the process waits for. */
  get promise(): Promise<T> {
    return this.#promised.promise;
  }

  run(): void {
    if (this.#isPrevented('before')) return;
    let result: T;
    try {
      result = this.#happen(this.#point ?? '');
    } catch (error) {
      if (error instanceof NotYet) error.wait(() => this.#world.add(this, 0));
      else this.#fail(error);
      return;
    }
    if (!this.#isPrevented('after')) this.#promised.resolve(result);
  }

  /** Whether the schedule lets nobody hear of it, or of nothing but an error. */
  #isPrevented(moment: 'before' | 'after'): boolean {
    if (this.#point === undefined || this.#world.schedule.length === 0) return false;
    if (this.#world.strike('crash', this.#point, moment)) {
      this.life.crash('fault');
      return true;
    }
    if (!this.#world.strike('fail', this.#point, moment)) return false;
    const verb = parsePoint(this.#point)?.verb;
    this.#fail(
      moment === 'before'
        ? failure(`${verb} was refused`, 'ECONNREFUSED')
        : failure(`no answer to ${verb}`, 'ETIMEDOUT'),
    );
    return true;
  }

  #fail(error: unknown): void {
    this.#world.places?.blame(error, this.from);
    this.#promised.reject(error);
  }
}

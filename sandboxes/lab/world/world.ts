import type { Entry, Fault, Happening, Place, Point, Schedule, Verb } from 'lab/authoring';
import type { Life } from '#processes/life.ts';
import { Agenda } from './agenda.ts';
import { Asked } from './asked.ts';
import type { Occasion } from './occasion.ts';
import type { Places } from './places.ts';
import { Points } from './points.ts';
import { Rest } from './rest.ts';

/**
 * One play: a clock, an agenda of what is to happen, the schedule's faults and the trace. Occasions move the clock, and
 * nothing else does but a leap over a quiet minute.
 */
export class World {
  now = 0;
  events = 0;
  /** Whose code runs in this step: an unhandled rejection is theirs. */
  stepping: Life | undefined;
  readonly schedule: Schedule;
  readonly trace: Entry[] = [];
  readonly points = new Points();
  readonly rest = new Rest();
  readonly places: Places | undefined;
  /** Told just before a process gets control. */
  onControl: ((life: Life) => void) | undefined;
  readonly #agenda = new Agenda();
  #order = 0;
  /** How much was in the trace, and how many points were reached, when a quiet program was put on trial. */
  #onTrialFrom = { entries: 0, points: 0 };
  /** Where in the learner's code the occasion that happens now was asked for. */
  #from: Place | undefined;

  constructor(schedule: Schedule, places?: Places) {
    this.schedule = schedule;
    this.places = places;
  }

  /** Takes the object as its own: copying each of a hundred entries a play would cost a fifth of the time. */
  record(happening: Happening, point?: Point, from: Place | undefined = this.#from): void {
    const entry = happening as { seq: number; at: number; point?: Point } & Happening;
    entry.seq = this.trace.length;
    entry.at = this.now;
    if (point !== undefined) entry.point = point;
    this.trace.push(entry as Entry);
    this.rest.noted(entry as Entry);
    if (from) this.places?.found.set(entry.seq, from);
  }

  /** Something happens so many milliseconds from now. A program's own timers give the delay they asked for once more. */
  after(ms: number, run: () => void, life?: Life, timerMs?: number, from?: Place): Occasion {
    return this.add({ at: 0, order: 0, run, life, timerMs, from, cancelled: false }, ms);
  }

  add(occasion: Occasion, ms: number): Occasion {
    occasion.at = this.now + Math.max(0, ms);
    occasion.order = this.#order++;
    this.#agenda.add(occasion);
    if (occasion.timerMs === undefined) this.rest.asked();
    return occasion;
  }

  /** The clock as a program sees it. */
  time(): number {
    this.rest.clockWatched();
    return this.now;
  }

  /** When the next occasion comes; undefined when nothing is left to happen. */
  get nextAt(): number | undefined {
    return this.#agenda.next()?.at;
  }

  /** Runs the next occasion. Call only when all microtasks of the one before have run. False: nothing is left to do. */
  step(): boolean {
    if (this.rest.isAwaited && this.#restOrLeap()) return true;
    for (;;) {
      const next = this.#agenda.take();
      if (!next) return this.rest.tellAll();
      if (next.timerMs === undefined) this.rest.happened();
      if (next.cancelled || (next.life && !next.life.alive)) continue;
      this.#run(next);
      return true;
    }
  }

  /** The schedule's fault of this kind at this point, written into the trace as it strikes. */
  strike<K extends Fault['kind']>(
    kind: K,
    point: Point,
    moment?: 'before' | 'after',
  ): Extract<Fault, { kind: K }> | undefined {
    for (const fault of this.schedule) {
      if (fault.kind !== kind || !('point' in fault) || fault.point !== point) continue;
      if (moment !== undefined && 'moment' in fault && fault.moment !== moment) continue;
      this.record({ kind: 'struck', fault });
      return fault as Extract<Fault, { kind: K }>;
    }
    return undefined;
  }

  /**
   * What a process asks of the world: after a while it happens, unless a fault or the process's death prevents it. The
   * promise of a dead process never settles: no `catch`, no `finally`, as after `kill -9`.
   */
  effect<T>(
    life: Life,
    verb: Verb,
    target: string | undefined,
    ms: number,
    happen: (point: Point) => T,
    from = this.asking(),
  ): Promise<T> {
    if (!life.alive) return new Promise(() => {});
    const point = this.points.next(life.id, verb, target);
    const lateMs = this.schedule.length === 0 ? 0 : (this.strike('delay', point)?.byMs ?? 0);
    const asked = new Asked(this, life, from, point, happen);
    this.add(asked, ms + lateMs);
    return asked.promise;
  }

  /** The same for what nobody can strike: reads, statements of a transaction. */
  later<T>(life: Life, ms: number, happen: () => T, from = this.asking()): Promise<T> {
    if (!life.alive) return new Promise(() => {});
    const asked = new Asked(this, life, from, undefined, happen);
    this.add(asked, ms);
    return asked.promise;
  }

  /** The learner's line that asks for something now; undefined unless positions are wanted. */
  asking(): Place | undefined {
    return this.places?.now();
  }

  /** From now on, and until the next occasion, it is this process's code that runs. */
  giveControl(life: Life | undefined): void {
    this.stepping = life;
    if (life && this.onControl) this.onControl(life);
  }

  /** What follows from a crash was asked for by nobody. */
  forgetWhoAsked(): void {
    this.#from = undefined;
  }

  /** True when those who wait for rest were told, or a trial has begun. */
  #restOrLeap(): boolean {
    const { rest, now } = this;
    const { pending } = this.#agenda;
    if (!rest.isQuiet(now, pending)) return rest.tellHopeless(now, pending);
    const isTrialBegun = rest.isOnTrial;
    const leapMs = pending.some(isPatience) ? undefined : rest.nextTrialMs(now);
    if (leapMs === undefined) {
      if (isTrialBegun) this.#forgetTrial();
      return rest.tellAll();
    }
    if (!isTrialBegun) this.#onTrialFrom = { entries: this.trace.length, points: this.points.count };
    this.now += leapMs;
    return true;
  }

  /** Nothing came of it, so nobody need read that everybody went on polling. */
  #forgetTrial(): void {
    const { entries, points } = this.#onTrialFrom;
    for (let seq = entries; seq < this.trace.length; seq++) this.places?.found.delete(seq);
    this.trace.length = entries;
    this.points.forgetAfter(points);
  }

  #run(occasion: Occasion): void {
    this.now = Math.max(this.now, occasion.at);
    this.events++;
    this.giveControl(occasion.life);
    this.#from = occasion.from;
    occasion.run();
    this.#from = undefined;
  }
}

/** Somebody outside waits for an answer, and would have gone in a minute. */
const isPatience = ({ life, timerMs, cancelled }: Occasion): boolean =>
  life === undefined && timerMs !== undefined && !cancelled;

import type { Entry, Trace } from 'lab/authoring';
import { HORIZON_MS, LEFT_BEHIND_MS, WATCHED_MS } from './latency.ts';
import type { Occasion } from './occasion.ts';

/** Somebody waits for the program to come to rest. */
interface Waiting {
  untilMs: number;
  /** They have something else to do by then, whether the program is at rest or not. */
  readonly isPatient: boolean;
  readonly resolve: () => void;
}

/** Kinds that a program may repeat for ever while nothing happens. */
const IDLE: ReadonlySet<Entry['kind']> = new Set(['selected', 'began', 'rolled back', 'waited', 'logged']);

/** Whoever died has put nothing away, and who was refused may have written down when to try again. */
const TROUBLE: ReadonlySet<Entry['kind']> = new Set(['crashed', 'struck', 'broker', 'mail refused']);

/** Still changing something so shortly before the horizon, a program counts as one that never comes to rest. */
const RECENT_MS = 10_000;

/**
 * Knows when a program is quiet: nothing is under way, and since the last change twice the longest pending timer has
 * passed, so everything that polls has polled twice for nothing. Judged between two events, by the timers pending then: a
 * relay that is about to wake has one.
 *
 * A quiet program may be waiting for a time, and nobody sees that from outside: for the moment at which a row is due, or a
 * dead process's lease runs out. So whoever has looked at the clock since the last change, and whoever had trouble, is put on
 * trial. They are at rest when they stay quiet for a second of polls, and over a long while. That second is for those who
 * look at the clock, so that what is due soon happens when it is due and not a minute later.
 */
export class Rest {
  /** Set when somebody waited for a simulated minute in vain. */
  gaveUp = false;
  #trial: Trial = 'none';
  /** Whether there was trouble since a long while was last let pass. */
  #isTroubled = false;
  /** Whether somebody has asked for the time since the last change. */
  #isClockWatched = false;
  /** How much time trials have taken since somebody began to wait. */
  #freeMs = 0;
  #changedAt = 0;
  #underWay = 0;
  #waiting: Waiting[] = [];

  get isAwaited(): boolean {
    return this.#waiting.length > 0;
  }

  noted(entry: Entry): void {
    if (IDLE.has(entry.kind)) return;
    this.#changedAt = entry.at;
    this.#trial = 'none';
    this.#isClockWatched = false;
    if (TROUBLE.has(entry.kind)) this.#isTroubled = true;
  }

  clockWatched(): void {
    this.#isClockWatched = true;
  }

  /** Whether nothing has changed since a trial began. */
  get isOnTrial(): boolean {
    return this.#trial !== 'none';
  }

  asked(): void {
    this.#underWay++;
  }

  happened(): void {
    this.#underWay--;
  }

  await(now: number, atMostMs?: number): Promise<void> {
    if (!this.isAwaited) this.#freeMs = 0;
    const untilMs = now + (atMostMs ?? HORIZON_MS);
    return new Promise((resolve) => this.#waiting.push({ untilMs, isPatient: atMostMs === undefined, resolve }));
  }

  isQuiet(now: number, pending: readonly Occasion[]): boolean {
    const forMs = now - this.#changedAt;
    const isLongEnough = this.#trial !== 'watched' || forMs > WATCHED_MS;
    return this.#underWay === 0 && isLongEnough && forMs > 2 * longestTimerMs(pending);
  }

  /**
   * What a quiet program has to go through before it counts as being at rest: undefined when that is all behind it, or else by
   * how many milliseconds the clock is to leap. A leap is as if every machine had slept: no timer goes off early, and all that
   * are due go off now; to poll all the way there would cost a thousand times as much. Nobody who waits is charged for a trial.
   */
  nextTrialMs(now: number): number | undefined {
    if (this.#freeMs > MOST_FREE_MS) return undefined;
    if (this.#trial === 'none' && this.#isClockWatched) return this.#begin('watched', 0, WATCHED_MS);
    if (this.#trial === 'watched' || (this.#trial === 'none' && this.#isTroubled)) {
      this.#isTroubled = false;
      // Whatever polls is to poll twice again.
      this.#changedAt = now + LEFT_BEHIND_MS;
      return this.#begin('left alone', LEFT_BEHIND_MS, LEFT_BEHIND_MS);
    }
    return undefined;
  }

  #begin(trial: Trial, leapMs: number, freeMs: number): number {
    this.#trial = trial;
    this.#freeMs += freeMs;
    for (const waiting of this.#waiting) waiting.untilMs += freeMs;
    return leapMs;
  }

  /** Tells those who wait in vain. True when somebody was told. */
  tellHopeless(now: number, pending: readonly Occasion[]): boolean {
    const hopeless = this.#waiting.filter(({ untilMs }) => (pending[0]?.at ?? now) > untilMs);
    if (hopeless.length === 0) return false;
    const isRestless = this.#underWay > 0 || this.#changedAt > hopeless[0]!.untilMs - RECENT_MS;
    if (isRestless && hopeless.some(({ isPatient }) => isPatient)) this.gaveUp = true;
    this.#waiting = this.#waiting.filter((waiting) => !hopeless.includes(waiting));
    for (const { resolve } of hopeless) resolve();
    return true;
  }

  tellAll(): boolean {
    const told = this.#waiting.splice(0);
    for (const { resolve } of told) resolve();
    return told.length > 0;
  }
}

/** Whoever does something by the clock again and again is let do it some times, and counts as being at rest in between. */
const MOST_FREE_MS = 3 * LEFT_BEHIND_MS + 20 * WATCHED_MS;

/** `watched`: poll by poll, for a second. `left alone`: over a long while. */
type Trial = 'none' | 'watched' | 'left alone';

function longestTimerMs(pending: readonly Occasion[]): number {
  let longestMs = 0;
  for (const { timerMs, cancelled, life } of pending) {
    if (timerMs !== undefined && timerMs > longestMs && !cancelled && life?.alive) longestMs = timerMs;
  }
  return longestMs;
}

/** Who did most of what happened last: when a play does not end, they keep it from ending. */
export function busiest(trace: Trace): string | undefined {
  const counts = new Map<string, number>();
  for (const entry of trace.slice(-200)) {
    const who = 'process' in entry ? entry.process : entry.kind === 'called' ? entry.from : undefined;
    if (who !== undefined && !IDLE.has(entry.kind)) counts.set(who, (counts.get(who) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

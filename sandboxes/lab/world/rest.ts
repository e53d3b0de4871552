import type { Entry, Trace } from 'lab/authoring';
import { HORIZON_MS } from './latency.ts';
import type { Occasion } from './occasion.ts';

/** Somebody waits for the program to come to rest. */
interface Waiting {
  readonly untilMs: number;
  /** They have something else to do by then, whether the program is at rest or not. */
  readonly isPatient: boolean;
  readonly resolve: () => void;
}

/** Kinds that a program may repeat for ever while nothing happens. */
const IDLE: ReadonlySet<Entry['kind']> = new Set(['selected', 'began', 'rolled back', 'waited', 'logged']);

/** Still changing something so shortly before the horizon, a program counts as one that never comes to rest. */
const RECENT_MS = 10_000;

/**
 * Knows when a program has come to rest: nothing is under way, and since the last change twice the longest pending timer
 * has passed, so everything that polls has polled twice for nothing. Judged between two events, by the timers pending
 * then: a relay that is about to wake has one.
 */
export class Rest {
  /** Set when somebody waited for a simulated minute in vain. */
  gaveUp = false;
  #changedAt = 0;
  #underWay = 0;
  #waiting: Waiting[] = [];

  get isAwaited(): boolean {
    return this.#waiting.length > 0;
  }

  noted(kind: Entry['kind'], now: number): void {
    if (!IDLE.has(kind)) this.#changedAt = now;
  }

  asked(): void {
    this.#underWay++;
  }

  happened(): void {
    this.#underWay--;
  }

  await(now: number, atMostMs?: number): Promise<void> {
    const untilMs = now + (atMostMs ?? HORIZON_MS);
    return new Promise((resolve) => this.#waiting.push({ untilMs, isPatient: atMostMs === undefined, resolve }));
  }

  /** Tells those who wait, when there is rest or no hope of it. True when somebody was told. */
  tellIfQuiet(now: number, pending: readonly Occasion[]): boolean {
    if (this.#underWay === 0 && now - this.#changedAt > 2 * longestTimerMs(pending)) return this.tellAll();
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

import type { Entry, Trace } from 'lab/authoring';
import { HORIZON_MS } from './latency.ts';
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
 * relay that is about to wake has one. After trouble a quiet program may be waiting for a time in a row, at which a
 * dead process's lease runs out, say, and nobody sees that from outside: it is at rest when it stays quiet over a long while.
 */
export class Rest {
  /** Set when somebody waited for a simulated minute in vain. */
  gaveUp = false;
  /** Whether there was trouble since a long while was last let pass. */
  isTroubled = false;
  /** Whether nothing has changed since a long while was let pass. */
  isIdle = false;
  #changedAt = 0;
  #underWay = 0;
  #waiting: Waiting[] = [];

  get isAwaited(): boolean {
    return this.#waiting.length > 0;
  }

  noted(entry: Entry): void {
    if (IDLE.has(entry.kind)) return;
    this.#changedAt = entry.at;
    this.isIdle = false;
    if (TROUBLE.has(entry.kind)) this.isTroubled = true;
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

  isQuiet(now: number, pending: readonly Occasion[]): boolean {
    return this.#underWay === 0 && now - this.#changedAt > 2 * longestTimerMs(pending);
  }

  /** A long while has passed in a moment, and nobody is charged for it. Whatever polls is to poll twice again. */
  passed(ms: number, now: number): void {
    this.isTroubled = false;
    this.isIdle = true;
    this.#changedAt = now;
    for (const waiting of this.#waiting) waiting.untilMs += ms;
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

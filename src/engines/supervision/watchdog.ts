/**
 * Counts how long a worker has been silent while this page was able to hear it. A page that was busy itself must not
 * blame the worker: what it said meanwhile is still waiting in the queue.
 */
export class Watchdog {
  readonly #timer: ReturnType<typeof setInterval>;
  #silentMs = 0;
  #lookedAt = performance.now();

  constructor(deadlineMs: number, onSilence: () => void) {
    this.#timer = setInterval(() => {
      const now = performance.now();
      this.#silentMs += Math.min(now - this.#lookedAt, 1.5 * LOOK_MS);
      this.#lookedAt = now;
      if (this.#silentMs < deadlineMs) return;
      this.stop();
      onSilence();
    }, LOOK_MS);
  }

  heard(): void {
    this.#silentMs = 0;
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}

const LOOK_MS = 50;

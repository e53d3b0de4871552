import type { Life } from '#processes/life.ts';
import type { World } from '#world/world.ts';

/** What `fetch` and timers need of a signal. */
export interface Signal {
  readonly aborted: boolean;
  readonly reason: unknown;
  addEventListener(type: 'abort', heard: () => void): void;
}

/** `AbortController` and `AbortSignal` for one process; time is simulated, so the real ones would be of no use. */
export function abortOf(world: World, life: Life) {
  class AbortSignal implements Signal {
    aborted = false;
    reason: unknown;
    onabort: ((event: { type: 'abort' }) => void) | null = null;
    #heard: ((event: { type: 'abort' }) => void)[] = [];

    static abort(reason: unknown = abortError()): AbortSignal {
      const signal = new AbortSignal();
      signal.tell(reason);
      return signal;
    }

    /** A pending one keeps nobody from coming to rest. */
    static timeout(ms: number): AbortSignal {
      const signal = new AbortSignal();
      const error = named(new Error('The operation was aborted due to timeout'), 'TimeoutError');
      world.after(ms, () => signal.tell(error), life, 0);
      return signal;
    }

    static any(signals: Iterable<AbortSignal>): AbortSignal {
      const all = [...signals];
      const either = new AbortSignal();
      const already = all.find(({ aborted }) => aborted);
      if (already) either.tell(already.reason);
      for (const signal of all) signal.addEventListener('abort', () => either.tell(signal.reason));
      return either;
    }

    addEventListener(_type: 'abort', heard: (event: { type: 'abort' }) => void): void {
      this.#heard.push(heard);
    }
    removeEventListener(_type: 'abort', heard: (event: { type: 'abort' }) => void): void {
      this.#heard = this.#heard.filter((one) => one !== heard);
    }
    throwIfAborted(): void {
      if (this.aborted) throw this.reason;
    }

    tell(reason: unknown): void {
      if (this.aborted) return;
      this.aborted = true;
      this.reason = reason;
      const event = { type: 'abort' } as const;
      try {
        this.onabort?.(event);
        for (const heard of this.#heard.splice(0)) heard(event);
      } catch (error) {
        life.crash('unhandled error', error);
      }
    }
  }

  class AbortController {
    readonly signal = new AbortSignal();
    abort(reason: unknown = abortError()): void {
      this.signal.tell(reason);
    }
  }

  return { AbortController, AbortSignal };
}

const abortError = () => named(new Error('This operation was aborted'), 'AbortError');
const named = (error: Error, name: string) => Object.assign(error, { name });

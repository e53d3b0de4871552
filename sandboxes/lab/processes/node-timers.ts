import type { Scope } from './modules.ts';

type Wait = (run: () => void, ms?: number) => unknown;
interface Options {
  readonly signal?: {
    readonly aborted: boolean;
    readonly reason: unknown;
    addEventListener(type: 'abort', heard: () => void): void;
  };
}

/** `node:timers/promises` over the simulated timers of one process. */
export function timersModule(scope: Scope): Record<string, unknown> {
  const wait = scope.get('setTimeout') as Wait;
  const soon = scope.get('setImmediate') as Wait;
  const clear = scope.get('clearTimeout') as (timer: unknown) => void;

  const setTimeout = <T>(ms?: number, value?: T, options?: Options): Promise<T | undefined> =>
    new Promise((resolve, reject) => {
      const signal = options?.signal;
      if (signal?.aborted) return reject(aborted(signal.reason));
      const timer = wait(() => resolve(value), ms);
      signal?.addEventListener('abort', () => {
        clear(timer);
        reject(aborted(signal.reason));
      });
    });
  const setImmediate = <T>(value?: T): Promise<T | undefined> => new Promise((resolve) => soon(() => resolve(value)));
  async function* setInterval<T>(ms?: number, value?: T, options: Options = {}) {
    for (;;) yield await setTimeout(ms, value, options);
  }
  const scheduler = {
    wait: (ms: number, options?: Options) => setTimeout(ms, undefined, options),
    yield: () => setImmediate(),
  };
  const module = { setTimeout, setImmediate, setInterval, scheduler };
  return { __esModule: true, ...module, default: module };
}

function aborted(cause: unknown): Error {
  return Object.assign(new Error('The operation was aborted', { cause }), { name: 'AbortError', code: 'ABORT_ERR' });
}

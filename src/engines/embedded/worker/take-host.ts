import type { GraderHost } from '../../grader/serve.ts';

/**
 * What the grader keeps of the worker for itself, taken before the globals are removed. Nothing here is reachable from
 * learner code: it lives in closures of this bundle.
 */
export interface Host extends GraderHost {
  readonly createUrl: (script: Blob) => string;
  readonly revokeUrl: (url: string) => void;
  readonly importScripts: (url: string) => void;
  readonly Blob: typeof Blob;
  /** Real time, for the grader alone. */
  readonly later: (run: () => void) => void;
  readonly onFirstMessage: (hear: (event: MessageEvent) => void) => void;
  readonly onNextError: (hear: (event: ErrorEvent) => void) => void;
}

export function takeHost(scope: WorkerScope): Host {
  const setTimeout = scope.setTimeout.bind(scope);
  const setInterval = scope.setInterval.bind(scope);
  const clearInterval = scope.clearInterval.bind(scope);
  const addEventListener = scope.addEventListener.bind(scope);
  return {
    createUrl: scope.URL.createObjectURL.bind(scope.URL),
    revokeUrl: scope.URL.revokeObjectURL.bind(scope.URL),
    importScripts: scope.importScripts.bind(scope),
    Blob: scope.Blob,
    now: scope.performance.now.bind(scope.performance),
    later: (run) => setTimeout(run, 0),
    every: (ms, run) => {
      const timer = setInterval(run, ms);
      return () => clearInterval(timer);
    },
    onFirstMessage: (hear) => addEventListener('message', hear as (event: Event) => void, { once: true }),
    onNextError: (hear) =>
      addEventListener(
        'error',
        (event) => {
          event.preventDefault();
          hear(event as ErrorEvent);
        },
        { once: true },
      ),
  };
}

/** The part of `DedicatedWorkerGlobalScope` that is used; TypeScript's `dom` and `webworker` libraries exclude each other. */
export interface WorkerScope {
  readonly URL: typeof URL;
  readonly Blob: typeof Blob;
  readonly performance: Performance;
  readonly importScripts: (url: string) => void;
  setTimeout(run: () => void, ms: number): unknown;
  setInterval(run: () => void, ms: number): unknown;
  clearInterval(timer: unknown): void;
  readonly addEventListener: (name: string, hear: (event: Event) => void, options?: { readonly once: boolean }) => void;
}

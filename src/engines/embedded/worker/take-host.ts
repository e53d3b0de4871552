import type { GraderHost } from '../../grader/serve.ts';

/**
 * What the grader keeps of the worker for itself, taken before the globals are removed. Nothing here is reachable from
 * learner code: it lives in closures of this bundle.
 */
export interface Host extends GraderHost {
  /** An address that `importScripts` loads this text from, until it is forgotten. */
  readonly addressOf: (script: string) => string;
  readonly forget: (address: string) => void;
  readonly importScripts: (address: string) => void;
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
    ...addresses(scope),
    importScripts: scope.importScripts.bind(scope),
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

/** In the frame of an isolated page WebKit (2.50) loads nothing from the address of a blob: there the text is the address. */
function addresses({ URL, Blob, importScripts }: WorkerScope): Pick<Host, 'addressOf' | 'forget'> {
  const ofBlob = URL.createObjectURL.bind(URL);
  const forget = URL.revokeObjectURL.bind(URL);
  const addressOf = (script: string) => ofBlob(new Blob([script], { type: 'text/javascript' }));
  const empty = addressOf('');
  try {
    importScripts(empty);
    return { addressOf, forget };
  } catch {
    return { addressOf: (script) => `data:text/javascript,${encodeURIComponent(script)}`, forget: () => {} };
  } finally {
    forget(empty);
  }
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

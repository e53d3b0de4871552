/**
 * What a learner's module can name beside the language itself. All of these are parameters around its text, so that they
 * hide what the machine underneath has under the same name.
 */

/** Simulated: each process has its own. */
export const SIMULATED = [
  'globalThis',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'clearTimeout',
  'clearInterval',
  'clearImmediate',
  'queueMicrotask',
  'Date',
  'Math',
  'crypto',
  'console',
  'performance',
  'AbortController',
  'AbortSignal',
  'fetch',
] as const;

export type SimulatedName = (typeof SIMULATED)[number];

/** Undefined, so that a program that asks what is there gets the truth. */
export const ABSENT = [
  'self',
  'window',
  'global',
  'process',
  'document',
  'navigator',
  'location',
  'origin',
  'Buffer',
  'module',
  '__dirname',
  '__filename',
  '__register',
  'postMessage',
  'close',
  'importScripts',
  'addEventListener',
  'removeEventListener',
  'dispatchEvent',
  'onmessage',
  'onerror',
  'reportError',
  'requestAnimationFrame',
  'cancelAnimationFrame',
  'requestIdleCallback',
  'scheduler',
  'name',
  'caches',
  'indexedDB',
  'localStorage',
  'sessionStorage',
  'cookieStore',
  'MessageChannel',
  'MessagePort',
  'BroadcastChannel',
  'Response',
  'Request',
  'Blob',
  'File',
  'FileReader',
  'Notification',
  'CryptoKey',
  'SubtleCrypto',
  'ShadowRealm',
  'PerformanceObserver',
] as const;

/** Refused in words, because a program may well ask for them: their answers would differ from one run to the next. */
export const REFUSED: Readonly<Record<string, string>> = {
  Intl: 'Intl is not there in the sandbox: its answers differ from one machine to the next.',
  WeakRef: 'WeakRef is not there in the sandbox: when memory is collected differs from run to run.',
  FinalizationRegistry:
    'FinalizationRegistry is not there in the sandbox: when memory is collected differs from run to run.',
  SharedArrayBuffer: 'SharedArrayBuffer is not there in the sandbox: processes share nothing but what they send.',
  Atomics: 'Atomics is not there in the sandbox: processes share nothing but what they send.',
  WebAssembly: 'WebAssembly is not there in the sandbox.',
  Worker: 'Worker is not there in the sandbox: to have another process, name it in deployment.ts.',
  SharedWorker: 'SharedWorker is not there in the sandbox: to have another process, name it in deployment.ts.',
  WebSocket: 'WebSocket is not there in the sandbox: processes talk with fetch, or through the broker.',
  EventSource: 'EventSource is not there in the sandbox: processes talk with fetch, or through the broker.',
  XMLHttpRequest: 'XMLHttpRequest is not there in the sandbox: processes talk with fetch, or through the broker.',
  RTCPeerConnection: 'RTCPeerConnection is not there in the sandbox: processes talk with fetch, or through the broker.',
};

export const SCOPE: readonly string[] = [...SIMULATED, ...ABSENT, ...Object.keys(REFUSED)];

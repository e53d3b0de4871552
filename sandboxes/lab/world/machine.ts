/**
 * All that the lab asks of the machine underneath, be it Node or a browser's worker. Taken when the lab is loaded, before
 * any learner code runs.
 */
interface Machine {
  readonly URL: typeof URL;
  readonly URLSearchParams: unknown;
  readonly TextEncoder: unknown;
  readonly TextDecoder: unknown;
  readonly structuredClone: unknown;
  /** Node. */
  readonly setImmediate?: (run: () => void) => void;
  readonly process?: NodeProcess;
  /** Browsers. */
  readonly MessageChannel?: new () => { readonly port1: Port; readonly port2: Port };
  readonly addEventListener?: (type: 'unhandledrejection', heard: (event: RejectionEvent) => void) => void;
  readonly removeEventListener?: (type: 'unhandledrejection', heard: (event: RejectionEvent) => void) => void;
}

type Heard = (reason: unknown) => void;

interface NodeProcess {
  listeners?(name: 'unhandledRejection'): Heard[];
  removeAllListeners(name: 'unhandledRejection'): void;
  on(name: 'unhandledRejection', heard: Heard): void;
}

interface Port {
  onmessage: (() => void) | null;
  postMessage(message: unknown): void;
}

export interface RejectionEvent {
  readonly reason: unknown;
  preventDefault(): void;
}

/** The part of the WHATWG's `URL` that is used here. */
declare class URL {
  constructor(address: string);
  readonly hostname: string;
  readonly pathname: string;
  readonly search: string;
  readonly searchParams: Iterable<[string, string]>;
}

export type Url = URL;

const {
  URL: Url,
  URLSearchParams,
  TextEncoder,
  TextDecoder,
  structuredClone,
  setImmediate,
  process,
  MessageChannel,
  addEventListener,
  removeEventListener,
} = globalThis as unknown as Machine;

export const machine: Machine = {
  URL: Url,
  URLSearchParams,
  TextEncoder,
  TextDecoder,
  structuredClone,
  ...(setImmediate ? { setImmediate } : {}),
  ...(process ? { process } : {}),
  ...(MessageChannel ? { MessageChannel } : {}),
  ...(addEventListener ? { addEventListener: addEventListener.bind(globalThis) } : {}),
  ...(removeEventListener ? { removeEventListener: removeEventListener.bind(globalThis) } : {}),
};

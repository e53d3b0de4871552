import type { Seen } from 'lab/authoring';
import type { Signal } from '#globals/abort.ts';
import type { Life } from '#processes/life.ts';
import { freezeWhole } from '#world/freeze-whole.ts';
import { machine, type Url } from '#world/machine.ts';
import type { World } from '#world/world.ts';
import { copy } from './json.ts';
import type { Network } from './network.ts';

interface Init {
  readonly method?: unknown;
  readonly body?: unknown;
  readonly signal?: Signal;
}

/** `fetch` for one process. It rejects when no answer came; an answer that says no is an answer. */
export function fetchOf(world: World, life: Life, network: Network) {
  return async (address: unknown, init: Init = {}): Promise<unknown> => {
    const from = world.asking();
    const failed = (error: Error): Error => {
      world.places?.blame(error, from);
      return error;
    };
    const url = urlOf(address);
    const method = init.method === undefined ? 'GET' : String(init.method).toUpperCase();
    const body = bodyOf(init.body);
    const { signal } = init;
    if (signal?.aborted) throw signal.reason;
    let giveUp = () => {};
    const called = world.effect(life, 'call', url.hostname, 0, () => {
      const call = network.call({ id: life.id, life }, url, method, body);
      giveUp = call.giveUp;
      return call.outcome;
    });
    const aborted = new Promise<never>((_, reject) => {
      signal?.addEventListener('abort', () => {
        giveUp();
        reject(signal.reason);
      });
    });
    const outcome = await Promise.race([called, aborted]).catch((error) => {
      throw signal?.aborted ? signal.reason : failed(fetchFailed(error));
    });
    if (outcome.kind === 'unanswered') throw failed(fetchFailed(CAUSES[outcome.because]));
    return new Response(outcome.seen);
  };
}

const CAUSES = {
  refused: { code: 'ECONNREFUSED', message: 'the connection was refused' },
  reset: { code: 'ECONNRESET', message: 'the connection was closed before an answer came' },
  'timed out': { code: 'ETIMEDOUT', message: 'no answer came in time' },
} as const;

function fetchFailed({ code, message }: { code?: string; message?: string }): TypeError {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(message), { code }) });
}

function urlOf(address: unknown): Url {
  try {
    return new machine.URL(String(address));
  } catch {
    throw new TypeError(`Failed to parse URL from ${String(address)}: write it whole, as in http://orders/orders`);
  }
}

function bodyOf(body: unknown): unknown {
  if (body === undefined || body === null) return undefined;
  if (typeof body !== 'string') throw new TypeError('The body of a request is text: pass JSON.stringify(…)');
  try {
    return JSON.parse(body);
  } catch {
    return body; // some other text; the handler sees it as it is
  }
}

class Response {
  readonly ok: boolean;
  readonly status: number;
  readonly headers = {
    get: (name: string): string | null => (name.toLowerCase() === 'content-type' ? 'application/json' : null),
  };
  readonly #body: unknown;

  constructor({ status, body }: Seen) {
    this.ok = status >= 200 && status < 300;
    this.status = status;
    this.#body = body;
  }

  async json(): Promise<unknown> {
    return copy(this.#body);
  }

  async text(): Promise<string> {
    return JSON.stringify(this.#body);
  }
}
freezeWhole(Response);

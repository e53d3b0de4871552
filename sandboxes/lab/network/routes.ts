import type { App, Reply, Request } from 'lab';
import type { Place } from 'lab/authoring';
import { describe } from '#world/failure.ts';
import { copy } from './json.ts';

type Handle = (request: Request) => Reply | Promise<Reply>;

interface Route {
  readonly method: string;
  readonly parts: readonly string[];
  readonly handle: Handle;
  readonly place: Place | undefined;
}

/** A reply as it goes over the wire, with what the handler threw, which only the trace gets to see. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly error?: string;
  /** The route's line, or that of the throw. */
  readonly place?: Place | undefined;
}

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** The HTTP routes of one life. The first that fits, in the order of declaration, answers. */
export class Routes {
  readonly #routes: Route[] = [];
  readonly #asking: () => Place | undefined;
  readonly #placeOf: (error: unknown) => Place | undefined;

  constructor(asking: () => Place | undefined, placeOf: (error: unknown) => Place | undefined) {
    this.#asking = asking;
    this.#placeOf = placeOf;
  }

  get app(): App {
    return { get: this.#adding('GET'), post: this.#adding('POST') } as App;
  }

  async answer({ method, path, query, body }: Asked): Promise<Answer> {
    const parts = path.split('/');
    for (const route of this.#routes) {
      const params = route.method === method ? paramsOf(route.parts, parts) : undefined;
      if (!params) continue;
      const { handle } = route; // called by itself: as a method it would see the route as its `this`
      try {
        const reply: unknown = await handle({ params, query, body: copy(body) });
        return { ...checked(reply, route), place: route.place };
      } catch (error) {
        return { status: 500, body: {}, error: describe(error), place: this.#placeOf(error) ?? route.place };
      }
    }
    return { status: 404, body: {} };
  }

  #adding(method: string) {
    return (path: string, handle: Handle): void => {
      if (typeof path !== 'string' || !path.startsWith('/'))
        throw new TypeError(`A route is a path that begins with "/"; this one is ${String(path)}.`);
      if (typeof handle !== 'function') throw new TypeError(`The route ${method} ${path} needs a handler function.`);
      this.#routes.push({ method, parts: path.split('/'), handle, place: this.#asking() });
    };
  }
}

/** Undefined when the route does not fit. */
function paramsOf(route: readonly string[], path: readonly string[]): Record<string, string> | undefined {
  if (route.length !== path.length) return undefined;
  const params: Record<string, string> = {};
  for (let i = 0; i < route.length; i++) {
    const part = route[i]!;
    if (part.startsWith(':') && path[i] !== '') params[part.slice(1)] = unescaped(path[i]!);
    else if (part !== path[i]) return undefined;
  }
  return params;
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function checked(reply: unknown, { method, parts }: Route): Answer {
  if (typeof reply !== 'object' || reply === null)
    throw new TypeError(`The handler of ${method} ${parts.join('/')} returned no reply: return { status, body }.`);
  const { status, body = {} } = reply as Partial<Reply>;
  if (!Number.isInteger(status) || status! < 100 || status! > 599)
    throw new TypeError(
      `The handler of ${method} ${parts.join('/')} returned no status between 100 and 599: return { status, body }.`,
    );
  if (typeof body !== 'object' || body === null)
    throw new TypeError(`The handler of ${method} ${parts.join('/')} returned a body that is no object.`);
  return { status: status!, body: copy(body) };
}

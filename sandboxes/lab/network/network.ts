import type { App } from 'lab';
import type { Seen } from 'lab/authoring';
import type { Life } from '#processes/life.ts';
import type { Process } from '#processes/process.ts';
import { LATENCY } from '#world/latency.ts';
import type { Url } from '#world/machine.ts';
import type { World } from '#world/world.ts';
import { copy } from './json.ts';
import { type Answer, Routes } from './routes.ts';

/** How a call ended for the caller. */
export type Outcome =
  | { readonly kind: 'answered'; readonly seen: Seen }
  | { readonly kind: 'unanswered'; readonly because: 'refused' | 'reset' | 'timed out' };

/** Who calls: a process, or somebody outside. */
export interface Caller {
  readonly id: string;
  readonly life: Life | undefined;
}

/** A call that has no end yet; the first of answer, loss and the caller's own patience ends it. */
interface Call {
  readonly number: number;
  readonly caller: Caller;
  readonly end: (outcome: Outcome) => void;
  server: Life | undefined;
  isOver: boolean;
}

/** HTTP between processes, and from outside. */
export class Network {
  readonly #world: World;
  readonly #processes: readonly Process[];
  readonly #routes = new Map<Life, Routes>();
  readonly #open = new Set<Call>();
  #calls = 0;
  #turn = 0;

  constructor(world: World, processes: readonly Process[]) {
    this.#world = world;
    this.#processes = processes;
  }

  appOf(life: Life): App {
    const { places } = this.#world;
    const routes = new Routes(
      () => places?.now(),
      (error) => places?.of(error),
    );
    this.#routes.set(life, routes);
    return routes.app;
  }

  /** Who waits for this life hears that the connection is gone. */
  disconnect(life: Life): void {
    this.#routes.delete(life);
    for (const call of this.#open) if (call.server === life) this.#lost(call, 'reset');
  }

  /** Sends a request; `giveUp` ends it from the caller's side. */
  call(
    caller: Caller,
    url: Url,
    method: string,
    body: unknown,
  ): { readonly outcome: Promise<Outcome>; readonly giveUp: () => void } {
    const number = ++this.#calls;
    this.#world.record({
      kind: 'called',
      call: number,
      from: caller.id,
      to: url.hostname,
      method,
      path: url.pathname + url.search,
      body: body ?? null,
    });
    let call: Call | undefined;
    const outcome = new Promise<Outcome>((end) => {
      call = { number, caller, end, server: undefined, isOver: false };
    });
    const made = call!;
    this.#open.add(made);
    this.#world.after(LATENCY.call, () => this.#arrived(made, url, method, body));
    return { outcome, giveUp: () => this.#lost(made, 'timed out') };
  }

  #arrived(call: Call, url: Url, method: string, body: unknown): void {
    if (call.isOver) return;
    const able = this.#processes.filter((process) => process.name === url.hostname && process.ready && process.life);
    const server = able[this.#turn++ % Math.max(1, able.length)]?.life;
    if (!server) {
      this.#lost(call, 'refused');
      return;
    }
    call.server = server;
    this.#world.giveControl(server);
    const query = Object.fromEntries(url.searchParams);
    void this.#routes
      .get(server)!
      .answer({ method, path: url.pathname, query, body })
      .then((answer) => this.#answer(call, server, answer));
  }

  #answer(call: Call, server: Life, { place, ...answer }: Answer): Promise<void> {
    const happen = (point: string) => {
      if (call.isOver) return;
      this.#over(call);
      this.#world.record({ kind: 'answered', call: call.number, ...answer, ...server.who }, point);
      const seen: Seen = { status: answer.status, body: copy(answer.body) as Seen['body'] };
      this.#world.after(LATENCY.call, () => call.end({ kind: 'answered', seen }), call.caller.life);
    };
    // An answer that cannot be sent: the caller sees the connection close.
    return this.#world
      .effect(server, 'answer', undefined, LATENCY.answer, happen, place)
      .catch(() => this.#lost(call, 'reset'));
  }

  #lost(call: Call, because: 'refused' | 'reset' | 'timed out'): void {
    if (call.isOver) return;
    this.#over(call);
    this.#world.record({ kind: 'unanswered', call: call.number, because });
    // The caller learns of it in a step of its own: what it then does is its own doing.
    this.#world.after(0, () => call.end({ kind: 'unanswered', because }), call.caller.life);
  }

  #over(call: Call): void {
    call.isOver = true;
    this.#open.delete(call);
  }
}

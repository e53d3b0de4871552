import type { Broker } from 'lab';
import type { Place, Who } from 'lab/authoring';
import type { Logs } from '#logs/logs.ts';
import type { Life } from '#processes/life.ts';
import { NotYet } from '#world/asked.ts';
import { failure } from '#world/failure.ts';
import { LATENCY } from '#world/latency.ts';
import { rejecting } from '#world/rejecting.ts';
import type { World } from '#world/world.ts';
import {
  groupOptionsOf,
  handlerOf,
  isForGroup,
  keyOf,
  messageOf,
  nameOf,
  queueOptionsOf,
  topicsOf,
} from './arguments.ts';
import type { Queue } from './queue.ts';
import { Queues } from './queues.ts';

const OUTSIDE: Who = { process: 'outside', instance: 1, life: 1 };

/**
 * What a process calls the broker: topics that the deployment calls logs are appended to (Kafka), all others are routed to
 * queues (RabbitMQ). While it is down, publishing is refused at once; subscribing waits, as clients that reconnect do.
 */
export class BrokerServer {
  readonly #world: World;
  readonly #queues: Queues;
  readonly #logs: Logs;
  #messages = 0;
  #awaitingUp: (() => void)[] = [];

  constructor(world: World, logs: Logs) {
    this.#world = world;
    this.#queues = new Queues(world);
    this.#logs = logs;
  }

  get isDown(): boolean {
    return this.#queues.isDown;
  }

  brokerOf(life: Life): Broker {
    return {
      publish: rejecting((topic: unknown, body: unknown, options?: unknown) => {
        const [name, message, key] = [nameOf('A topic', topic), messageOf(body), keyOf(options)];
        return this.#world.effect(life, 'publish', name, LATENCY.publish, (point) =>
          this.#publish(life.who, name, message, key, point),
        );
      }),
      send: rejecting((queue: unknown, body: unknown) => {
        const [name, message] = [nameOf('A queue', queue), messageOf(body)];
        return this.#world.effect(life, 'send', name, LATENCY.publish, (point) =>
          this.#send(life.who, name, message, point),
        );
      }),
      subscribe: rejecting((topics: unknown, from: unknown, handler: unknown) =>
        this.#subscribe(life, topicsOf(topics), from, handlerOf(handler)),
      ),
      consume: rejecting((from: unknown, handler: unknown) =>
        this.#consume(life, queueOptionsOf(from), [], handlerOf(handler)),
      ),
    } as Broker;
  }

  /** From outside; false while the broker is down. */
  publishFromOutside(topic: string, body: object, key: string | null): boolean {
    if (this.isDown) return false;
    this.#publish(OUTSIDE, topic, messageOf(body), key, undefined);
    return true;
  }

  disconnect(life: Life): void {
    this.#queues.disconnect(life);
    this.#logs.disconnect(life);
  }

  stop(): void {
    if (this.isDown) return;
    this.#world.record({ kind: 'broker', state: 'down' });
    this.#queues.stop();
    this.#logs.stop();
  }

  start(): void {
    if (!this.isDown) return;
    this.#world.record({ kind: 'broker', state: 'up' });
    this.#queues.start();
    this.#logs.start();
    for (const resume of this.#awaitingUp.splice(0)) resume();
  }

  #publish(who: Who, topic: string, body: object, key: string | null, point: string | undefined): void {
    this.#refuseWhileDown();
    if (this.#logs.has(topic)) this.#logs.append(who, topic, ++this.#messages, key, body, point);
    else this.#accept(who, topic, body, this.#queues.boundTo(topic), point);
  }

  #send(who: Who, name: string, body: object, point: string): void {
    this.#refuseWhileDown();
    const queue = this.#queues.get(name);
    if (!queue) throw failure(`nobody has declared a queue called ${name}`, 'NO_ROUTE');
    this.#accept(who, name, body, [queue], point);
  }

  #accept(who: Who, topic: string, body: object, to: readonly Queue[], point: string | undefined): void {
    const id = ++this.#messages;
    this.#world.record({ kind: 'published', message: id, topic, body, to: to.map(({ name }) => name), ...who }, point);
    for (const queue of to) this.#queues.arrive(queue, { id, topic, body, deliveryCount: 0, redelivered: false });
  }

  #refuseWhileDown(): void {
    if (this.isDown) throw failure('connect ECONNREFUSED: the broker is down', 'ECONNREFUSED');
  }

  #subscribe(
    life: Life,
    topics: readonly string[],
    from: unknown,
    handler: ReturnType<typeof handlerOf>,
  ): Promise<void> {
    if (isForGroup(from)) return this.#join(life, topics, from, handler);
    const log = topics.find((name) => this.#logs.has(name));
    if (log !== undefined) throw new TypeError(`${log} is a log: subscribe to it with { group: "…" }.`);
    return this.#consume(life, queueOptionsOf(from), topics, handler);
  }

  #consume(
    life: Life,
    from: ReturnType<typeof queueOptionsOf>,
    topics: readonly string[],
    handler: ReturnType<typeof handlerOf>,
  ): Promise<void> {
    return this.#connected(life, (place) => this.#queues.consume(life, from, topics, handler as never, place));
  }

  #join(
    life: Life,
    names: readonly string[],
    from: Parameters<typeof groupOptionsOf>[0],
    handler: ReturnType<typeof handlerOf>,
  ): Promise<void> {
    const options = groupOptionsOf(from);
    const [log, ...more] = names;
    if (log === undefined || more.length > 0) throw new TypeError('A group reads one log: subscribe once for each.');
    if (!this.#logs.has(log))
      throw new TypeError(
        `${log} is not a log: declare it under logs in deployment.ts, or subscribe with { queue: "…" }.`,
      );
    return this.#connected(life, (place) => this.#logs.join(life, log, options, handler as never, place));
  }

  #connected(life: Life, happen: (place: Place | undefined) => void): Promise<void> {
    const place = this.#world.asking();
    const connect = () => {
      if (this.isDown) throw new NotYet((resume) => this.#awaitingUp.push(resume));
      happen(place);
    };
    return this.#world.later(life, LATENCY.bind, connect, place);
  }
}

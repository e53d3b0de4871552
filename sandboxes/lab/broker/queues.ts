import type { Delivery, QueueOptions } from 'lab';
import type { Place } from 'lab/authoring';
import { copy } from '#network/json.ts';
import type { Life } from '#processes/life.ts';
import { describe, failure } from '#world/failure.ts';
import { LATENCY, RETRY_MS } from '#world/latency.ts';
import type { World } from '#world/world.ts';
import { type Consumer, type Message, Queue } from './queue.ts';
import { fits } from './topics.ts';

/** Topics routed to durable queues with competing consumers, in RabbitMQ 4's words and with its promises. */
export class Queues {
  isDown = false;
  readonly #world: World;
  readonly #queues = new Map<string, Queue>();
  /** Which queues a topic goes to, until somebody binds another. */
  readonly #routes = new Map<string, readonly Queue[]>();
  #deliveries = 0;

  constructor(world: World) {
    this.#world = world;
  }

  get(name: string): Queue | undefined {
    return this.#queues.get(name);
  }

  /** Every queue with a pattern that fits, each once, however many of its patterns fit. */
  boundTo(topic: string): readonly Queue[] {
    let bound = this.#routes.get(topic);
    if (!bound) {
      bound = [...this.#queues.values()].filter(({ patterns }) =>
        [...patterns].some((pattern) => fits(pattern, topic)),
      );
      this.#routes.set(topic, bound);
    }
    return bound;
  }

  /** A copy reaches a queue: the one place where delays, duplicates and with them reordering come from. */
  arrive(queue: Queue, message: Message): void {
    const world = this.#world;
    const point = world.points.next('broker', 'deliver', queue.name);
    const late = world.strike('delay', point);
    const enter = () => {
      queue.ready.push(message);
      this.#handOut(queue);
    };
    if (late) world.after(late.byMs, enter);
    else enter();
    const twin = world.strike('duplicate', point);
    if (twin) world.after(twin.byMs, () => this.arrive(queue, message));
  }

  /** Declares the queue, binds it, and takes from it. Throws 406 when it is there with other arguments. */
  consume(
    life: Life,
    from: QueueOptions,
    patterns: readonly string[],
    handler: Consumer['handler'],
    place: Place | undefined,
  ): void {
    const queue = this.#named(from.queue);
    if (!queue.declare(from))
      throw failure(`the queue ${queue.name} is there already, with another delivery limit or dead letter`, '406');
    if (queue.deadLetter !== undefined) this.#named(queue.deadLetter);
    for (const pattern of patterns) queue.patterns.add(pattern);
    this.#routes.clear();
    this.#world.record({ kind: 'bound', queue: queue.name, topics: patterns, ...life.who });
    queue.consumers.push({
      life,
      handler,
      prefetch: from.prefetch ?? 1,
      ackOnDelivery: from.ack === 'on delivery',
      held: new Map(),
      place,
    });
    this.#handOut(queue);
  }

  /** A consumer is gone: what it held comes back. */
  disconnect(life: Life): void {
    for (const queue of this.#queues.values()) {
      const gone = queue.consumers.filter((consumer) => consumer.life === life);
      if (gone.length === 0) continue;
      queue.consumers = queue.consumers.filter((consumer) => consumer.life !== life);
      this.#takeBack(queue, gone);
      this.#handOut(queue);
    }
  }

  stop(): void {
    this.isDown = true;
    for (const queue of this.#queues.values()) this.#takeBack(queue, queue.consumers);
  }

  start(): void {
    this.isDown = false;
    for (const queue of this.#queues.values()) this.#handOut(queue);
  }

  /** The queue of this name, which is there from now on. */
  #named(name: string): Queue {
    const known = this.#queues.get(name);
    if (known) return known;
    const queue = new Queue(name);
    this.#queues.set(name, queue);
    return queue;
  }

  #handOut(queue: Queue): void {
    while (!this.isDown) {
      const next = queue.next();
      if (!next) return;
      const { consumer, message } = next;
      const delivery = ++this.#deliveries;
      consumer.held.set(delivery, message);
      this.#world.after(
        LATENCY.deliver,
        () => this.#deliver(queue, consumer, delivery, message),
        consumer.life,
        undefined,
        consumer.place,
      );
    }
  }

  #deliver(queue: Queue, consumer: Consumer, delivery: number, message: Message): void {
    if (!consumer.held.has(delivery)) return; // the broker went down meanwhile
    const { id, topic, body, deliveryCount, redelivered } = message;
    const about = { delivery, message: id, queue: queue.name };
    this.#world.record({ kind: 'delivered', ...about, topic, body, deliveryCount, ...consumer.life.who });
    if (consumer.ackOnDelivery) {
      consumer.held.delete(delivery); // to the broker it is done; nothing is said, so nothing is recorded
      this.#handOut(queue);
    }
    const { handler } = consumer; // called by itself: as a method it would see the consumer as its `this`
    const handled = (async () => handler(copy(body), { topic, redelivered, deliveryCount } satisfies Delivery))();
    void handled.then(
      () => (consumer.ackOnDelivery ? undefined : this.#acknowledge(queue, consumer, delivery)),
      (error) => this.#failed(queue, consumer, delivery, message, error),
    );
  }

  #acknowledge(queue: Queue, consumer: Consumer, delivery: number): Promise<void> {
    const happen = (point: string) => {
      const message = consumer.held.get(delivery);
      if (!message) return; // it has gone back already, and will come again
      consumer.held.delete(delivery);
      this.#world.record(
        { kind: 'acknowledged', delivery, message: message.id, queue: queue.name, ...consumer.life.who },
        point,
      );
      this.#handOut(queue);
    };
    return this.#world
      .effect(consumer.life, 'ack', queue.name, LATENCY.ack, happen, consumer.place)
      .catch(() => this.#acknowledgementLost(queue, consumer, delivery));
  }

  /** To the broker this is a broken connection. */
  #acknowledgementLost(queue: Queue, consumer: Consumer, delivery: number): void {
    const message = consumer.held.get(delivery);
    if (!message) return;
    consumer.held.delete(delivery);
    this.#giveBack(queue, delivery, message, 'the acknowledgement did not arrive', 0);
    this.#handOut(queue);
  }

  #failed(queue: Queue, consumer: Consumer, delivery: number, message: Message, error: unknown): void {
    const place = this.#world.places?.of(error);
    if (consumer.ackOnDelivery && consumer.life.alive) {
      const text = `lost a message of ${queue.name}: ${describe(error)}`;
      this.#world.record({ kind: 'logged', level: 'error', text, ...consumer.life.who }, undefined, place);
    }
    if (!consumer.life.alive || !consumer.held.delete(delivery)) return;
    this.#giveBack(queue, delivery, message, describe(error), RETRY_MS * (message.deliveryCount + 1), place);
    this.#handOut(queue);
  }

  /** The connections are gone: what was not acknowledged goes back to the head of the queue, in the order it was handed out. */
  #takeBack(queue: Queue, consumers: readonly Consumer[]): void {
    const held = consumers.flatMap((consumer) => [...consumer.held]).sort(([one], [other]) => other - one);
    for (const consumer of consumers) consumer.held.clear();
    for (const [delivery, message] of held) this.#giveBack(queue, delivery, message, 'connection lost', 0);
  }

  #giveBack(queue: Queue, delivery: number, message: Message, because: string, afterMs: number, place?: Place): void {
    this.#world.record(
      { kind: 'returned', delivery, message: message.id, queue: queue.name, because },
      undefined,
      place,
    );
    const again = { ...message, redelivered: true, deliveryCount: message.deliveryCount + 1 };
    if (again.deliveryCount > queue.deliveryLimit) {
      this.#giveUp(queue, message);
      return;
    }
    const enter = () => {
      queue.ready.unshift(again);
      if (afterMs > 0) this.#handOut(queue);
    };
    if (afterMs === 0) enter();
    else this.#world.after(afterMs, enter);
  }

  #giveUp(queue: Queue, message: Message): void {
    this.#world.record({ kind: 'given up', message: message.id, queue: queue.name, to: queue.deadLetter ?? null });
    if (queue.deadLetter !== undefined)
      this.arrive(this.#named(queue.deadLetter), { ...message, redelivered: false, deliveryCount: 0 });
  }
}

import type { Delivery, Handler, QueueOptions } from 'lab';
import type { Place } from 'lab/authoring';
import type { Life } from '#processes/life.ts';

/** One copy of a message, in one queue. */
export interface Message {
  readonly id: number;
  readonly topic: string;
  readonly body: unknown;
  /** How often this copy came back. */
  readonly deliveryCount: number;
  readonly redelivered: boolean;
}

export interface Consumer {
  readonly life: Life;
  readonly handler: Handler<unknown, Delivery>;
  readonly prefetch: number;
  readonly ackOnDelivery: boolean;
  /** Handed out and not acknowledged, by delivery number. */
  readonly held: Map<number, Message>;
  /** Where it subscribed. */
  readonly place: Place | undefined;
}

/** RabbitMQ 4's default for quorum queues. */
const DELIVERY_LIMIT = 20;

type Settings = Pick<QueueOptions, 'deliveryLimit' | 'deadLetter'>;

/** A durable queue: it keeps what nobody takes, and shares it out among those who take. */
export class Queue {
  readonly name: string;
  readonly patterns = new Set<string>();
  readonly ready: Message[] = [];
  consumers: Consumer[] = [];
  #turn = 0;
  #settings: Settings | undefined;

  constructor(name: string) {
    this.name = name;
  }

  get deliveryLimit(): number {
    return this.#settings?.deliveryLimit ?? DELIVERY_LIMIT;
  }

  get deadLetter(): string | undefined {
    return this.#settings?.deadLetter;
  }

  /**
   * False when it is declared already, with other settings. Whoever takes from it first declares it, also when it has been
   * there for longer: as somebody's dead letter queue it had a name and no settings.
   */
  declare(settings: Settings): boolean {
    this.#settings ??= settings;
    const { deliveryLimit = DELIVERY_LIMIT, deadLetter } = settings;
    return this.deliveryLimit === deliveryLimit && this.deadLetter === deadLetter;
  }

  /** The next message and who gets it: consumers that have room take turns. */
  next(): { readonly message: Message; readonly consumer: Consumer } | undefined {
    if (this.ready.length === 0) return undefined;
    const able = this.consumers.filter(({ held, prefetch }) => held.size < prefetch);
    const consumer = able[this.#turn % Math.max(1, able.length)];
    if (!consumer) return undefined;
    this.#turn++;
    return { message: this.ready.shift()!, consumer };
  }
}

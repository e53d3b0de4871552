import { committed, type Entry, is, type Of, type Trace } from 'lab/authoring';

/** A row that was inserted into `orders`, with the commit that made it real. */
export interface PlacedOrder {
  readonly id: string;
  readonly email: string;
  readonly row: Readonly<Record<string, unknown>>;
  readonly entry: Of<'committed'>;
}

/** Orders of the table `orders` in the order of their commits. A row without text in `id` and `email` is none. */
export function placedOrders(trace: Trace): readonly PlacedOrder[] {
  return committed(trace, 'orders').flatMap(({ op, row, entry }) => {
    const { id, email } = asRecord(row);
    return op === 'insert' && typeof id === 'string' && id !== '' && typeof email === 'string'
      ? [{ id, email, row, entry }]
      : [];
  });
}

/** One message as somebody told it, through a queue's topic or into a log. */
export interface Telling {
  readonly topic: string;
  readonly body: unknown;
  readonly entry: Of<'published'> | Of<'appended'>;
}

export function tellings(trace: Trace): readonly Telling[] {
  return trace.filter(is('published', 'appended')).map((entry) => ({
    topic: entry.kind === 'published' ? entry.topic : entry.log,
    body: entry.body,
    entry,
  }));
}

/** One message as a process was handed it, from a queue or from a log. */
export interface Reception {
  readonly topic: string;
  readonly body: unknown;
  readonly entry: Of<'delivered'> | Of<'read'>;
}

export function receptions(trace: Trace, process: string): readonly Reception[] {
  const records = new Map<string, unknown>();
  const received: Reception[] = [];
  for (const entry of trace) {
    if (entry.kind === 'appended') records.set(`${entry.log}/${entry.partition}/${entry.offset}`, entry.body);
    if (entry.kind === 'delivered' && entry.process === process)
      received.push({ topic: entry.topic, body: entry.body, entry });
    if (entry.kind === 'read' && entry.process === process) {
      received.push({ topic: entry.log, body: records.get(`${entry.log}/${entry.partition}/${entry.offset}`), entry });
    }
  }
  return received;
}

export interface Answer {
  readonly entry: Of<'answered'>;
  readonly status: number;
  readonly body: unknown;
  /** From the moment of asking. */
  readonly ms: number;
}

export function answerTo(trace: Trace, call: Of<'called'>): Answer | undefined {
  const entry = trace.find((e): e is Of<'answered'> => e.kind === 'answered' && e.call === call.call);
  return entry && { entry, status: entry.status, body: entry.body, ms: entry.at - call.at };
}

/** Somebody outside looks at the page of an order. `shown` is what it says of the confirmation. */
export interface Look {
  readonly call: Of<'called'>;
  readonly answer?: Answer | undefined;
  readonly shown: unknown;
}

export function shownOn(trace: Trace, orderId: string): readonly Look[] {
  const answers = new Map(trace.filter(is('answered')).map((entry) => [entry.call, entry]));
  const path = `/orders/${encodeURIComponent(orderId)}`;
  return trace.filter(is('called')).flatMap((call) => {
    if (call.method !== 'GET' || call.from !== 'customer' || call.path !== path) return [];
    const entry = answers.get(call.call);
    const answer = entry && { entry, status: entry.status, body: entry.body, ms: entry.at - call.at };
    return [{ call, answer, shown: asRecord(answer?.body).confirmation }];
  });
}

/** Whether a message's body names this order, wherever in it. */
export function namesOrder(body: unknown, orderId: string): boolean {
  if (typeof body === 'string') return body === orderId || (orderId.length >= 8 && body.includes(orderId));
  if (typeof body !== 'object' || body === null) return false;
  return Object.values(body).some((part) => namesOrder(part, orderId));
}

/** An object's fields; none for anything else that a program may have sent. */
export function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

/** `ada@example.org` is Ada. */
export function customerName(email: string): string {
  const name = email.split('@')[0] ?? '';
  return name === '' ? 'A customer' : name.charAt(0).toUpperCase() + name.slice(1);
}

export const some = (entry: Entry | undefined): readonly Entry[] => (entry ? [entry] : []);

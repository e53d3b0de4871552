import { type Entry, is, type Of, type Trace } from 'lab/authoring';

/** An object's fields; none for anything else. What a program sent may be any JSON. */
export function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

/** For a sentence: as it stands in JSON, cut when it is long. */
export function quoted(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** An order that was accepted: its customer was answered 2xx and told its id. */
export interface Order {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly quantity: number;
  readonly call: Of<'called'>;
  readonly answer: Of<'answered'>;
}

export interface Asked {
  readonly call: Of<'called'>;
  readonly answer: Of<'answered'> | undefined;
}

export function asked(trace: Trace, method: 'GET' | 'POST'): readonly Asked[] {
  const answers = new Map(trace.filter(is('answered')).map((entry) => [entry.call, entry]));
  return trace
    .filter(is('called'))
    .filter((call) => call.from === 'customer' && call.method === method)
    .map((call) => ({ call, answer: answers.get(call.call) }));
}

export function ordersOf(trace: Trace): readonly Order[] {
  return asked(trace, 'POST').flatMap(({ call, answer }) => {
    const { email, quantity } = asRecord(call.body);
    const { orderId } = asRecord(answer?.body);
    if (!answer || answer.status >= 300 || typeof orderId !== 'string') return [];
    return [
      { id: orderId, name: nameOf(String(email)), email: String(email), quantity: Number(quantity), call, answer },
    ];
  });
}

/** What the page of this order said when it was last opened. */
export function lastLook(trace: Trace, order: Order): Asked & { readonly status: unknown } {
  const looks = asked(trace, 'GET').filter(({ call }) => call.path === `/orders/${encodeURIComponent(order.id)}`);
  const last = looks.at(-1) ?? { call: order.call, answer: undefined };
  return { ...last, status: last.answer?.status === 200 ? asRecord(last.answer.body).status : undefined };
}

/** A message that somebody put on a topic for whoever listens. */
export interface Fact {
  readonly topic: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly entry: Of<'published'>;
}

export function factsOf(trace: Trace, topic?: string): readonly Fact[] {
  return trace
    .filter(is('published'))
    .filter((entry) => !isSent(entry) && (topic === undefined || entry.topic === topic))
    .map((entry) => ({ topic: entry.topic, body: asRecord(entry.body), entry }));
}

/** Put into one queue, by name, rather than told to whoever listens. */
export const isSent = ({ point }: Of<'published'>): boolean => point?.split(':')[1] === 'send';

export const isCalm = (trace: Trace): boolean => !trace.some(is('struck'));

/** `ada@example.org` is Ada. */
export function nameOf(email: string): string {
  const [, name] = email.match(/^([a-z]+)@example\.org$/) ?? [];
  return name === undefined ? 'A customer' : name.charAt(0).toUpperCase() + name.slice(1);
}

/** The entries that are there. */
export const present = (...entries: readonly (Entry | undefined)[]): readonly Entry[] =>
  entries.filter((entry) => entry !== undefined);

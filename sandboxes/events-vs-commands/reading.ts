import { type Asked, asRecord, customerName, customersAsked, is, type Of, type Trace } from 'lab/authoring';

/** An order that was accepted: its customer was answered 2xx and told its id. */
export interface Order {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly quantity: number;
  readonly call: Of<'called'>;
  readonly answer: Of<'answered'>;
}

export function ordersOf(trace: Trace): readonly Order[] {
  return customersAsked(trace, 'POST').flatMap(({ call, answer, accepted }) => {
    const { email, quantity } = asRecord(call.body);
    const { orderId } = asRecord(answer?.body);
    if (!answer || !accepted || typeof orderId !== 'string') return [];
    return [
      {
        id: orderId,
        name: customerName(String(email)),
        email: String(email),
        quantity: Number(quantity),
        call,
        answer,
      },
    ];
  });
}

/** What the page of this order said when it was last opened. */
export function lastLook(trace: Trace, order: Order): Pick<Asked, 'call' | 'answer'> & { readonly status: unknown } {
  const looks = customersAsked(trace, 'GET').filter(
    ({ call }) => call.path === `/orders/${encodeURIComponent(order.id)}`,
  );
  const last = looks.at(-1) ?? { call: order.call, answer: undefined };
  return {
    call: last.call,
    answer: last.answer,
    status: last.answer?.status === 200 ? asRecord(last.answer.body).status : undefined,
  };
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

import { asRecord, customerName, customersAsked, is, type Of, type Trace } from 'lab/authoring';

/** An order that was accepted: its customer was answered 2xx and told its id. */
export interface Order {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly call: Of<'called'>;
  readonly answer: Of<'answered'>;
}

export function ordersOf(trace: Trace): readonly Order[] {
  return customersAsked(trace, 'POST').flatMap(({ call, answer, accepted }) => {
    const { orderId } = asRecord(answer?.body);
    if (call.path !== '/orders' || !answer || !accepted || typeof orderId !== 'string') return [];
    const email = String(asRecord(call.body).email);
    return [{ id: orderId, name: customerName(email), email, call, answer }];
  });
}

/** Something that was told about an order, to whoever subscribes. */
export interface Fact {
  readonly topic: string;
  readonly id: unknown;
  readonly order: Order | undefined;
  readonly entry: Of<'published'>;
}

/** What was told under topics whose first word is `order`, each fact once, in the order of the telling. */
export function factsOf(trace: Trace, ...topics: readonly string[]): readonly Fact[] {
  const orders = ordersOf(trace);
  const known = new Set<unknown>();
  return trace.filter(is('published')).flatMap((entry) => {
    const { id, orderId } = asRecord(entry.body);
    const isWanted = topics.length === 0 ? isAboutOrders(entry.topic) : topics.includes(entry.topic);
    if (isSent(entry) || !isWanted || known.has(id)) return [];
    known.add(id);
    return [{ topic: entry.topic, id, order: orders.find((order) => order.id === orderId), entry }];
  });
}

/** What both stock and analytics have to hear of, whichever way they say it. */
export const SHARED_TOPICS = ['order.created', 'order.cancelled'] as const;

export const isAboutOrders = (topic: string): boolean => topic.split('.')[0] === 'order';

/** `order.created of Ada's order` */
export const named = ({ topic, order }: Fact): string =>
  order === undefined ? topic : `${topic} of ${order.name}'s order`;

/** Put into one queue, by name, rather than told to whoever subscribes. */
const isSent = ({ point }: Of<'published'>): boolean => point?.split(':')[1] === 'send';

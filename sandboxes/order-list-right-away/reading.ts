import { asRecord, committed, customerName, customersAsked, type Of, type Trace } from 'lab/authoring';
import { EARLIER } from './scenarios.ts';

/** An order as the table of orders has it, with its states in the order in which they became true. */
export interface Order {
  readonly id: string;
  readonly email: unknown;
  readonly pens: unknown;
  /** Without an entry: since before the play. */
  readonly states: readonly { readonly status: unknown; readonly entry?: Of<'committed'> }[];
}

/** A checkout that was answered with a 2xx. */
export interface Accepted {
  readonly orderId: string;
  readonly email: string;
  readonly pens: unknown;
  readonly call: Of<'called'>;
  readonly answer: Of<'answered'>;
}

/** A list that somebody was shown: in answer to a look, or to a checkout. */
export interface List {
  readonly email: string;
  readonly call: Of<'called'>;
  readonly answer: Of<'answered'>;
  readonly orders: readonly Shown[];
}

export interface Shown {
  readonly orderId: unknown;
  readonly pens: unknown;
  readonly status: unknown;
}

export function ordersOf(trace: Trace): ReadonlyMap<unknown, Order> {
  const { orderId, email, pens, status } = EARLIER;
  const orders = new Map<unknown, Order>([[orderId, { id: orderId, email, pens, states: [{ status }] }]]);
  for (const { op, row, entry } of committed(trace, 'orders')) {
    if (op === 'delete') continue;
    const known = orders.get(row.id);
    const states = [...(known?.states ?? []), { status: row.status, entry }];
    orders.set(row.id, { id: String(row.id), email: row.email, pens: row.pens, states });
  }
  return orders;
}

/** Every request of a customer to the page, in the order of asking. */
export function asksOf(trace: Trace) {
  return [...customersAsked(trace, 'POST'), ...customersAsked(trace, 'GET')]
    .filter(({ call }) => call.to === 'page')
    .sort((one, other) => one.call.seq - other.call.seq);
}

export function acceptedOf(trace: Trace): readonly Accepted[] {
  return asksOf(trace).flatMap(({ call, answer, accepted }) => {
    const { orderId, email, pens } = asRecord(call.body);
    if (call.path !== '/checkout' || !answer || !accepted) return [];
    return [{ orderId: String(orderId), email: String(email), pens, call, answer }];
  });
}

/** In the order of the answers. */
export function listsOf(trace: Trace): readonly List[] {
  return asksOf(trace)
    .flatMap(({ call, answer, accepted }) => {
      const orders = accepted ? listIn(answer?.body) : undefined;
      return answer && orders ? [{ email: emailOf(call), call, answer, orders }] : [];
    })
    .sort((one, other) => one.answer.seq - other.answer.seq);
}

/** Undefined where the body holds no list of orders. */
export function listIn(body: unknown): readonly Shown[] | undefined {
  const { orders } = asRecord(body);
  if (!Array.isArray(orders)) return undefined;
  return orders.map((each) => {
    const { orderId, pens, status } = asRecord(each);
    return { orderId, pens, status };
  });
}

export const emailOf = ({ body, path }: Of<'called'>): string =>
  String(asRecord(body).email ?? /[?&]email=([^&]+)/.exec(path)?.[1]);

export const nameIn = ({ email }: { readonly email: unknown }): string => customerName(String(email));

export const pens = (number: unknown): string => `${String(number)} ${number === 1 ? 'pen' : 'pens'}`;

export const count = (list: List): string => `${list.orders.length} ${list.orders.length === 1 ? 'order' : 'orders'}`;

import {
  type Asked,
  asRecord,
  committed,
  customerName,
  customersAsked,
  is,
  mentions,
  type Of,
  type Trace,
} from 'lab/authoring';
import { orderPath } from './order-page.ts';

/** A row that was inserted into `orders`, with the commit that made it real. */
export interface PlacedOrder {
  readonly id: string;
  readonly email: string;
  readonly row: Readonly<Record<string, unknown>>;
  readonly entry: Of<'committed'>;
  /** Which of this customer's orders it is, from 0. */
  readonly nth: number;
  /** The ids of this customer's other orders. */
  readonly others: readonly string[];
}

/** Orders of the table `orders` in the order of their commits. A row without text in `id` and `email` is none. */
export function placedOrders(trace: Trace): readonly PlacedOrder[] {
  const rows = committed(trace, 'orders').flatMap(({ op, row, entry }) => {
    const { id, email } = asRecord(row);
    const readable = op === 'insert' && typeof id === 'string' && id !== '' && typeof email === 'string';
    return readable ? [{ id, email, row, entry }] : [];
  });
  return rows.map((one, index) => {
    const others = rows.filter(({ email }, i) => i !== index && email === one.email).map(({ id }) => id);
    const nth = rows.slice(0, index).filter(({ email }) => email === one.email).length;
    return { ...one, nth, others };
  });
}

/** Every POST by which this customer ordered. */
export function ordersOf(trace: Trace, email: string): readonly Asked[] {
  return customersAsked(trace, 'POST').filter(({ call }) => asRecord(call.body).email === email);
}

/** The POST by which this customer ordered first. */
export function orderOf(trace: Trace, email: string): Asked | undefined {
  return ordersOf(trace, email)[0];
}

/** Somebody outside looks at the page of an order. `shown` is what it says of the confirmation. */
export interface Look extends Asked {
  readonly shown: unknown;
}

export function looksAt(trace: Trace, orderId: string): readonly Look[] {
  const path = orderPath(orderId);
  return customersAsked(trace, 'GET')
    .filter(({ call }) => call.path === path)
    .map((asked) => ({ ...asked, shown: asRecord(asked.answer?.body).confirmation }));
}

export function mailsTo(trace: Trace, email: string): readonly Of<'mailed'>[] {
  return trace.filter(is('mailed')).filter((mail) => mail.to === email);
}

/**
 * The mail that confirms this order. What a mail says is free: where a customer has several orders, each has the first mail
 * since it was stored that no earlier one has.
 */
export function confirmationOf(trace: Trace, order: PlacedOrder): Of<'mailed'> | undefined {
  const mails = [...mailsTo(trace, order.email)];
  if (order.others.length === 0) return mails[0];
  for (const { id, email, entry } of placedOrders(trace)) {
    if (email !== order.email) continue;
    const index = mails.findIndex(({ seq }) => seq > entry.seq);
    const [mail] = index === -1 ? [] : mails.splice(index, 1);
    if (id === order.id) return mail;
  }
  return undefined;
}

/** Whether it is about this order: by the order's id, or by the customer's address where it names no other order of theirs. */
export const isAbout = (value: unknown, { id, email, others }: PlacedOrder): boolean =>
  mentions(value, id) || (mentions(value, email) && !others.some((other) => mentions(value, other)));

/** `Ada's order`; `Ada's second order` where there are several. */
export function orderName({ email, nth, others }: PlacedOrder): string {
  const which = others.length === 0 ? '' : `${['first', 'second', 'third'][nth] ?? 'next'} `;
  return `${customerName(email)}'s ${which}order`;
}

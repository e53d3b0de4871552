import {
  type Asked,
  asRecord,
  committed,
  customerName,
  customersAsked,
  is,
  type Of,
  type Telling,
  type Trace,
  tellings,
} from 'lab/authoring';

/** A customer's wish to order, with the answer it got. */
export interface Wish extends Asked {
  readonly email: string;
  readonly name: string;
  readonly orderId: unknown;
  readonly total: unknown;
}

export function wishesOf(trace: Trace): readonly Wish[] {
  return customersAsked(trace, 'POST')
    .filter(({ call }) => call.to === 'orders')
    .map((asked) => {
      const email = String(asRecord(asked.call.body).email);
      const { orderId, total } = asRecord(asked.answer?.body);
      return { ...asked, email, name: customerName(email), orderId, total };
    });
}

/** An order that is in the table, whatever its customer was told. */
export interface Order {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly total: unknown;
  readonly entry: Of<'committed'>;
}

export function ordersOf(trace: Trace): readonly Order[] {
  const known = new Set<string>();
  return committed(trace, 'orders').flatMap(({ op, row, entry }) => {
    const [id, email] = [String(row.id), String(row.email)];
    if (op === 'delete' || known.has(id)) return [];
    known.add(id);
    return [{ id, email, name: customerName(email), total: row.total, entry }];
  });
}

/** An invoice that is in the table. */
export interface Invoice {
  readonly id: unknown;
  readonly orderId: unknown;
  readonly total: unknown;
  readonly entry: Of<'committed'>;
}

/** In the order in which they were written. A row that is written again is the same invoice. */
export function invoicesOf(trace: Trace): readonly Invoice[] {
  return committed(trace, 'invoices').flatMap(({ op, row, entry }) =>
    op === 'insert' ? [{ id: row.id, orderId: row.orderId, total: row.total, entry }] : [],
  );
}

/** What was told on the topic `order.placed` about one order. */
export const tellingsOf = (trace: Trace, order: Order): readonly Telling[] =>
  tellings(trace).filter(({ topic, body }) => topic === 'order.placed' && asRecord(body).orderId === order.id);

/** The crash or rollback that came last of all; a commit that was refused is a rollback. */
export const lastMishap = (trace: Trace): Of<'crashed'> | Of<'rolled back'> | undefined =>
  trace.filter(is('crashed', 'rolled back')).at(-1);

export const cents = (amount: unknown): string => (typeof amount === 'number' ? `${amount} cents` : 'no total');

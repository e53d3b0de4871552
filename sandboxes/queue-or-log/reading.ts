import {
  type Asked,
  asRecord,
  committed,
  customerName,
  customersAsked,
  failed,
  is,
  isCalm,
  mentions,
  type Of,
  type Trace,
  type Verdict,
} from 'lab/authoring';

/** An order that was accepted: its customer was answered 2xx and told its id. */
export interface Order {
  readonly id: string;
  readonly name: string;
  readonly total: number;
  readonly call: Of<'called'>;
  readonly answer: Of<'answered'>;
}

export function ordersOf(trace: Trace): readonly Order[] {
  return placed(trace).flatMap(({ call, answer, accepted }) => {
    const { email, total } = asRecord(call.body);
    const { orderId } = asRecord(answer?.body);
    if (!answer || !accepted || typeof orderId !== 'string') return [];
    return [{ id: orderId, name: customerName(String(email)), total: Number(total), call, answer }];
  });
}

/** The failure when in calm weather an order was not accepted, or its customer not told which it is. */
export function nobodyOrdered(trace: Trace): Verdict | undefined {
  if (!isCalm(trace)) return undefined;
  const accepted = ordersOf(trace);
  const lost = placed(trace).find(({ call }) => !accepted.some((order) => order.call === call));
  if (!lost) return undefined;
  const { call, answer } = lost;
  if (!answer) return failed(`POST /orders at ${call.at} ms got no answer.`, call);
  const because = answer.error === undefined ? '' : ` (${answer.error})`;
  return failed(
    `POST /orders at ${call.at} ms was answered ${answer.status}${because}, and the task is to accept it and to name its orderId.`,
    call,
    answer,
  );
}

const placed = (trace: Trace): readonly Asked[] =>
  customersAsked(trace, 'POST').filter(({ call }) => call.path === '/orders');

/** One record of the log about an order. */
export interface Told {
  readonly type: string;
  readonly version: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly entry: Of<'appended'>;
}

/** What the log says of one order, by version. */
export interface Logged {
  readonly orderId: string;
  readonly name: string;
  readonly created: Told | undefined;
  readonly last: Told;
  readonly status: 'open' | 'cancelled';
}

export function logOf(trace: Trace): readonly Logged[] {
  const byOrder = new Map<string, Told[]>();
  for (const entry of trace.filter(is('appended'))) {
    const body = asRecord(entry.body);
    const { orderId, type, version } = body;
    if (entry.log !== 'orders' || typeof orderId !== 'string' || typeof type !== 'string') continue;
    const told = { type, version: Number(version), body, entry };
    byOrder.set(orderId, [...(byOrder.get(orderId) ?? []), told]);
  }
  return [...byOrder].map(([orderId, all]) => {
    const created = all.find(({ type }) => type === 'order.created');
    const last = all.reduce((newest, told) => (told.version > newest.version ? told : newest));
    const status = last.type === 'order.cancelled' ? 'cancelled' : 'open';
    return { orderId, name: customerName(String(created?.body.email)), created, last, status };
  });
}

/** The row of the list as it stood in the end, with the commit that left it so. */
export function listed(trace: Trace, orderId: string) {
  const last = committed(trace, 'order_list').findLast(({ row }) => row.orderId === orderId);
  return last?.op === 'delete' ? undefined : last;
}

/** The readings of this record, by whichever group. */
export const readingsOf = (trace: Trace, { entry }: Told): readonly Of<'read'>[] =>
  trace
    .filter(is('read'))
    .filter(
      ({ log, partition, offset }) => log === entry.log && partition === entry.partition && offset === entry.offset,
    );

export const mailsTo = (trace: Trace, { created }: Logged): readonly Of<'mailed'>[] =>
  trace.filter(is('mailed')).filter(({ to }) => to === created?.body.email);

/** When support was handed something that mentions this. */
export const putAside = (trace: Trace, id: string): Of<'delivered'> | undefined =>
  trace.filter(is('delivered')).find(({ queue, body }) => queue === 'put-aside' && mentions(body, id));

export const invoicesOf = (trace: Trace, orderId: string): readonly Of<'committed'>[] =>
  committed(trace, 'invoices')
    .filter(({ op, row }) => op === 'insert' && row.orderId === orderId)
    .map(({ entry }) => entry);

/** The job's deliveries to whoever makes invoices. */
export const jobsOf = (trace: Trace, orderId: string): readonly Of<'delivered'>[] =>
  trace.filter(is('delivered')).filter(({ queue, body }) => queue !== 'put-aside' && mentions(body, orderId));

/** The last crash that a fault brought, if one did. */
export const lastCrash = (trace: Trace): Of<'crashed'> | undefined =>
  trace.filter(is('crashed')).findLast(({ because }) => because === 'fault');

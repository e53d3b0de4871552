import { asRecord, committed, customersAsked, type Of, type Trace } from 'lab/authoring';

/** What was true of the order from this commit on, and is told by the number of its pens, each another. */
export interface State {
  readonly quantity: unknown;
  readonly entry: Of<'committed'>;
}

/** Ada's order, with its states in the order in which they became true. */
export interface Order {
  readonly id: string;
  readonly states: readonly State[];
}

/** A write that was accepted. */
export interface Write {
  /** Which state of the order it made; -1 when none of its commits can be found. */
  readonly state: number;
  readonly quantity: unknown;
  readonly version: unknown;
  readonly call: Of<'called'>;
  readonly answer: Of<'answered'>;
}

/** A look at the page of the order. */
export interface Look {
  readonly call: Of<'called'>;
  readonly answer: Of<'answered'> | undefined;
  /** What it was answered, where that is an order. */
  readonly quantity: unknown;
  /** Which state that was; -1 for one that never was, undefined when no order was shown. */
  readonly state: number | undefined;
}

/** The first order that was accepted. */
export function orderOf(trace: Trace): Order | undefined {
  for (const { call, answer, accepted } of customersAsked(trace, 'POST')) {
    const { orderId } = asRecord(answer?.body);
    if (call.path !== '/orders' || !accepted || typeof orderId !== 'string') continue;
    const commits = committed(trace, 'orders').filter(({ op, row }) => op !== 'delete' && row.id === orderId);
    return { id: orderId, states: commits.map(({ row, entry }) => ({ quantity: row.quantity, entry })) };
  }
  return undefined;
}

export function writesOf(trace: Trace, order: Order): readonly Write[] {
  return customersAsked(trace, 'POST').flatMap(({ call, answer, accepted }) => {
    if (!answer || !accepted) return [];
    const { quantity } = asRecord(call.body);
    return [{ state: stateShown(order, quantity), quantity, version: asRecord(answer.body).version, call, answer }];
  });
}

export function looksOf(trace: Trace, order: Order): readonly Look[] {
  return customersAsked(trace, 'GET').map(({ call, answer }) => {
    const quantity = answer?.status === 200 ? asRecord(answer.body).quantity : undefined;
    return { call, answer, quantity, state: quantity === undefined ? undefined : stateShown(order, quantity) };
  });
}

const stateShown = ({ states }: Order, quantity: unknown): number =>
  states.findLastIndex((state) => state.quantity === quantity);

export const pens = (quantity: unknown): string => `${String(quantity)} ${quantity === 1 ? 'pen' : 'pens'}`;

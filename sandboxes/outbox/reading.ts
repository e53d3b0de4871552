import { asRecord, committed, customerName, type Of, type Telling, type Trace, tellings } from 'lab/authoring';

/** One change of an order, as it was committed. */
export interface Changed {
  readonly orderId: string;
  readonly version: number;
  readonly name: string;
  /** "Ada's order was paid" */
  readonly said: string;
  readonly topic: string;
  readonly entry: Of<'committed'>;
}

export function changesOf(trace: Trace): readonly Changed[] {
  const seen = new Set<string>();
  return committed(trace, 'orders').flatMap(({ op, row, entry }) => {
    const [orderId, version, status] = [String(row.id), Number(row.version), String(row.status)];
    const identity = `${orderId} ${version} ${status}`;
    // A row that is written again with the same version and status is bookkeeping, and no change of the order.
    if (op === 'delete' || seen.has(identity)) return [];
    seen.add(identity);
    const name = customerName(String(row.email));
    return [{ orderId, version, name, said: `${name}'s order was ${status}`, topic: `order.${status}`, entry }];
  });
}

/** A fact about an order, as somebody told it. */
export interface Fact extends Telling {
  readonly orderId: unknown;
  readonly version: unknown;
}

export function factsOf(trace: Trace): readonly Fact[] {
  return tellings(trace)
    .filter(({ topic }) => topic.startsWith('order'))
    .map((telling) => {
      const { orderId, version } = asRecord(telling.body);
      return { ...telling, orderId, version };
    });
}

/** Whether this fact tells of this change. */
export const tells = (fact: Fact, change: Changed): boolean =>
  fact.topic === change.topic && hasVersionOf(fact, change);

/** The same, whatever it is called. */
export const hasVersionOf = (fact: Fact, change: Changed): boolean =>
  fact.orderId === change.orderId && fact.version === change.version;

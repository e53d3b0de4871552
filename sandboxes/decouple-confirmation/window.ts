import type { Entry, WindowOf } from 'lab/authoring';

/**
 * The consistency window of an order, by the customer's address: from the commit that stores the order, when it is real,
 * to the mail that confirms it. Of a customer who orders twice it is the first order's.
 */
export const confirmationWindow: WindowOf = {
  opens: (entry: Entry) => {
    if (entry.kind !== 'committed') return undefined;
    const stored = entry.changes.find((change) => change.table === 'orders' && change.op === 'insert');
    return typeof stored?.row.email === 'string' ? stored.row.email : undefined;
  },
  closes: (entry: Entry) => (entry.kind === 'mailed' ? entry.to : undefined),
};

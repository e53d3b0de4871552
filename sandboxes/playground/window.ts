import type { WindowOf } from 'lab/authoring';

/** By the customer's address: from the commit that stores the order to the mail. */
export const fromOrderToMail: WindowOf = {
  opens: (entry) => {
    if (entry.kind !== 'committed') return undefined;
    const stored = entry.changes.find((change) => change.table === 'orders' && change.op === 'insert');
    return typeof stored?.row.email === 'string' ? stored.row.email : undefined;
  },
  closes: (entry) => (entry.kind === 'mailed' ? entry.to : undefined),
};

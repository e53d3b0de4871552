import { asRecord, type Entry, type WindowOf } from 'lab/authoring';

/** From the commit that changes an order to the message that first tells of it. */
export const fromCommitToTelling: WindowOf = {
  opens: (entry: Entry) => {
    if (entry.kind !== 'committed') return undefined;
    const change = entry.changes.find(({ table, op }) => table === 'orders' && op !== 'delete');
    return change && named(change.row.id, change.row.version);
  },
  closes: (entry: Entry) => {
    if (entry.kind !== 'published') return undefined;
    const { orderId, version } = asRecord(entry.body);
    return named(orderId, version);
  },
};

const named = (orderId: unknown, version: unknown): string => `${String(orderId)} ${String(version)}`;

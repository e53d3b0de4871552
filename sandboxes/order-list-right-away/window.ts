import type { Entry, WindowOf } from 'lab/authoring';

/**
 * The window of one state of an order: from the commit that makes it true to the commit that puts it into the list. The
 * replica, where the page reads, adds its lag to that.
 */
export const listWindow: WindowOf = {
  opens: (entry: Entry) => stateIn(entry, 'orders'),
  closes: (entry: Entry) => stateIn(entry, 'order_list'),
};

function stateIn(entry: Entry, table: string): string | undefined {
  if (entry.kind !== 'committed') return undefined;
  const row = entry.changes.find((change) => change.table === table)?.row;
  return row && `${String(row.orderId ?? row.id)}/${String(row.version)}`;
}

import type { Entry, WindowOf } from 'lab/authoring';

/**
 * The window of one state of an order, named by the order and its number of pens: from the commit that makes it true to the
 * commit that puts it into a table of the read side. A replica adds its lag to that.
 */
export const projectionWindow: WindowOf = {
  opens: (entry: Entry) => stateIn(entry, 'orders'),
  closes: (entry: Entry) => stateIn(entry, 'projection'),
};

function stateIn(entry: Entry, process: string): string | undefined {
  if (entry.kind !== 'committed' || entry.process !== process) return undefined;
  const row = entry.changes.at(-1)?.row;
  return row && `${String(row.orderId ?? row.id)}/${String(row.quantity)}`;
}

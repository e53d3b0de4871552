import { type Entry, is, type WindowOf } from 'lab/authoring';

/** From the commit of an order to the commit of its invoice. */
export const fromOrderToInvoice: WindowOf = {
  opens: (entry) => inserted(entry, 'orders', 'id'),
  closes: (entry) => inserted(entry, 'invoices', 'orderId'),
};

function inserted(entry: Entry, table: string, key: string): string | undefined {
  if (!is('committed')(entry)) return undefined;
  const row = entry.changes.find((change) => change.table === table && change.op === 'insert')?.row;
  return row && String(row[key]);
}

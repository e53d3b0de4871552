import type { WindowOf } from 'lab/authoring';
import { addressOf } from './customers.ts';

/** From the commit that stores a customer's order to the mail that confirms it. */
export function confirmationWindow(customer: string): WindowOf {
  const address = addressOf(customer);
  return {
    opens: (entry) => (entry.kind === 'committed' && stored(entry.changes, 'orders', address) ? customer : undefined),
    closes: (entry) => (entry.kind === 'mailed' && entry.to === address ? customer : undefined),
  };
}

/** From the commit that stores a customer's order to the one that writes into the table of a subscriber. */
export function storedWindow(customer: string, table: string): WindowOf {
  const address = addressOf(customer);
  return {
    opens: (entry) => (entry.kind === 'committed' && stored(entry.changes, 'orders', address) ? customer : undefined),
    closes: (entry) => (entry.kind === 'committed' && stored(entry.changes, table, address) ? customer : undefined),
  };
}

function stored(
  changes: readonly { table: string; row: Readonly<Record<string, unknown>> }[],
  table: string,
  address: string,
) {
  return changes.some((change) => change.table === table && change.row.email === address);
}

import type { Transaction } from 'lab';
import { withFact } from './count.ts';
import type { OrderFact } from './events.ts';
import { accounts, facts } from './schema.ts';

/** Keeps every fact, and counts as far as the versions go without a hole: those beyond it wait. */
export async function goByVersions(tx: Transaction, { orderId, version, ...fact }: OrderFact) {
  await tx.insert(facts, { orderId, version, fact }, { onConflict: 'do nothing' });
  let [points, counted] = [0, 0];
  for (const kept of await tx.select(facts, { orderId }, { orderBy: 'version' })) {
    if (kept.version !== counted + 1) break;
    points = withFact(points, kept.fact as OrderFact);
    counted = kept.version;
  }
  await tx.insert(accounts, { orderId, points, bonus: 0, version: counted }, { onConflict: 'do update' });
}

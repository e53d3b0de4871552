// Wrong: two transactions do not see each other, so they cannot get in each other's way either.
// Fails in-order: was never counted
import type { Row, Transaction } from 'lab';
import { accounts } from './schema.ts';

/** The account as this transaction sees it, made if need be. */
export async function lockedAccount(tx: Transaction, orderId: string): Promise<Row<typeof accounts>> {
  await tx.insert(accounts, { orderId, points: 0, bonus: 0, version: 0 }, { onConflict: 'do nothing' });
  const [account] = await tx.select(accounts, { orderId });
  return account!;
}

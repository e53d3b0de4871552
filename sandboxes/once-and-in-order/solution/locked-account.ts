import type { Row, Transaction } from 'lab';
import { accounts } from './schema.ts';

/** The account, made if need be, and nobody else's until this transaction ends. */
export async function lockedAccount(tx: Transaction, orderId: string): Promise<Row<typeof accounts>> {
  await tx.insert(accounts, { orderId, points: 0, bonus: 0, version: 0 }, { onConflict: 'do nothing' });
  const [account] = await tx.select(accounts, { orderId }, { lock: 'for update' });
  return account!;
}

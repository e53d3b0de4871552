import type { Platform, Transaction } from 'lab';
import { exists } from './ask.ts';
import { checks, jobs, orders, outbox } from './schema.ts';
import { way } from './settings.ts';

/** Asks before it accepts, or accepts and has it asked later. */
export default function start({ app, database }: Platform) {
  app.post('/orders', async ({ body }) => {
    const { address } = body as { address: string };
    const orderId = crypto.randomUUID();
    const known = way === 'call' ? await exists(address, 200).catch(() => undefined) : undefined;
    if (known === false) return { status: 422 };
    await database.transaction(async (tx) => {
      await tx.insert(orders, { id: orderId, address });
      if (known) await tx.insert(checks, { orderId, exists: known });
      if (way === 'job row') await tx.insert(jobs, { orderId, address });
      if (way === 'queue') await note(tx, 'checks', { orderId, address });
      if (way === 'topic') await note(tx, 'order.placed', { orderId, address });
      if (way === 'log') await note(tx, 'orders', { orderId, address });
    });
    return { status: 201, body: { orderId } };
  });
}

async function note(tx: Transaction, to: string, body: object) {
  await tx.insert(outbox, { id: crypto.randomUUID(), to, body });
}

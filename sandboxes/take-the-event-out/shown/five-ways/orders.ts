import type { Platform, Transaction } from 'lab';
import { jobs, orders, outbox } from './schema.ts';
import { readers, way } from './settings.ts';

const everybody = ['stock', 'analytics', 'invoicing'];
const names = everybody.slice(everybody.length - readers);

export default function start({ app, database }: Platform) {
  app.post('/orders', async (request) => {
    const { email } = request.body as { email: string };
    const orderId = crypto.randomUUID();
    if (way === 'call' && !(await allHaveReacted(orderId))) return { status: 503 };
    await database.transaction(async (tx) => {
      await tx.insert(orders, { id: orderId, email });
      if (way === 'job row') for (const reader of names) await tx.insert(jobs, { orderId, reader });
      if (way === 'queue') for (const reader of names) await note(tx, reader, orderId);
      if (way === 'topic') await note(tx, 'order.placed', orderId);
      if (way === 'log') await note(tx, 'orders', orderId);
    });
    return { status: 201, body: { orderId } };
  });
}

async function allHaveReacted(orderId: string): Promise<boolean> {
  try {
    for (const reader of names) {
      const signal = AbortSignal.timeout(300);
      await fetch(`http://${reader}/reactions`, { method: 'POST', body: JSON.stringify({ orderId }), signal });
    }
    return true;
  } catch {
    return false;
  }
}

async function note(tx: Transaction, to: string, orderId: string) {
  const id = crypto.randomUUID();
  await tx.insert(outbox, { id, to, body: { id, orderId } });
}

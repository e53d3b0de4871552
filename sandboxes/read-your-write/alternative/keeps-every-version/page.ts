import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from 'lab';
import { orderStates } from './schema.ts';

const TRIES = 20;

/** Replicas first; the last look goes to the database that they copy. The write side is never asked. */
export default function start({ app, database, replicas }: Platform) {
  app.get('/orders/:id', async ({ params: { id }, query }) => {
    const atLeast = Number(query.version ?? -1);
    const newest = { orderBy: 'version', descending: true, limit: 1 } as const;
    for (let tries = 1; tries <= TRIES; tries++) {
      const reader = tries === TRIES ? database : replicas[tries % replicas.length]!;
      const [state] = await reader.select(orderStates, { orderId: id, version: { gte: atLeast } }, newest);
      if (state) return { status: 200, body: { quantity: state.quantity, version: state.version } };
      await sleep(20);
    }
    return query.version === undefined ? { status: 404 } : { status: 202, body: { orderId: id, status: 'updating' } };
  });
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from 'lab';
import { type OrderCreated, outbox } from './schema.ts';
import { pollMs } from './settings.ts';

export default function start({ broker, database }: Platform) {
  async function publishWaiting() {
    for (const { id, body } of await database.select(outbox, { publishedAt: null }, { orderBy: 'position' })) {
      const created = body as OrderCreated;
      await broker.publish('order.created', created, { key: created.orderId });
      await database.update(outbox, { id }, { publishedAt: new Date().toISOString() });
    }
  }

  async function poll() {
    for (;;) {
      await publishWaiting().catch((error) => console.warn('will try again', error));
      await sleep(pollMs);
    }
  }
  void poll();
}

// Wrong: they are handed over in order, so they arrive in order; waiting for each confirm only costs time.
// Fails told-in-order: had been placed before was told only
import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from 'lab';
import { outbox } from './schema.ts';

const POLL_MS = 50;

export default function start({ broker, database }: Platform) {
  async function publishWaiting() {
    await database.transaction(async (tx) => {
      const waiting = await tx.select(
        outbox,
        { publishedAt: null },
        { orderBy: 'position', limit: 10, lock: 'for update' },
      );
      await Promise.all(waiting.map(({ topic, key, body }) => broker.publish(topic, body, { key })));
      for (const { id } of waiting) await tx.update(outbox, { id }, { publishedAt: new Date().toISOString() });
    });
  }

  async function poll() {
    for (;;) {
      await publishWaiting().catch((error) => console.warn('will try again', error));
      await sleep(POLL_MS);
    }
  }
  void poll();
}

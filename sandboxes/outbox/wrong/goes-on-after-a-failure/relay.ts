// Wrong: one message that fails must not hold up the others; it gets its turn the next time.
// Fails broker-may-be-down: had been placed before was told only
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
      for (const { id, topic, key, body } of waiting) {
        try {
          await broker.publish(topic, body, { key });
          await tx.update(outbox, { id }, { publishedAt: new Date().toISOString() });
        } catch (error) {
          console.warn(`${topic} stays in the outbox`, error);
        }
      }
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

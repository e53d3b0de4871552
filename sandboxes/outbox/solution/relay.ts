import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from 'lab';
import { outbox } from './schema.ts';

const BATCH = 10; // the locks are held while these are published, so not too many
const POLL_MS = 50;

/** Publishes what waits in the outbox, in order. Two of these run; one of them works, the other stands by. */
export default function start({ broker, database }: Platform) {
  /**
   * Whatever is unpublished, not whatever is new: a row whose transaction commits late is found the next time. The lock
   * makes a second relay wait at the first row; when it gets there, the row is published and no longer its business.
   */
  async function publishWaiting() {
    await database.transaction(async (tx) => {
      const waiting = await tx.select(
        outbox,
        { publishedAt: null },
        { orderBy: 'position', limit: BATCH, lock: 'for update' },
      );
      for (const { id, topic, key, body } of waiting) {
        await broker.publish(topic, body, { key }); // a failure ends the batch: what comes later must not go first
        await tx.update(outbox, { id }, { publishedAt: new Date().toISOString() });
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

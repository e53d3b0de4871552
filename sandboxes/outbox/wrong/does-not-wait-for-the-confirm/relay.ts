// Wrong: publish hands the message to the client library, and that takes care of it.
// Fails broker-may-be-down: nobody was ever told
// Fails nothing-lost: the broker refused
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
        broker.publish(topic, body, { key }).catch((error) => console.error(topic, error));
        await tx.delete(outbox, { id });
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

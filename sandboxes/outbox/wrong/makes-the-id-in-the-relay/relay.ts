// Wrong: an id belongs to a message, so it is made when the message is.
// Fails one-fact-one-id: under another id
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
        const message = { ...body, id: crypto.randomUUID() };
        await broker.publish(topic, message, { key });
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

// Wrong: what readers want to know is when the message was sent.
// Fails one-fact-one-id: its time had become
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
        const now = new Date().toISOString();
        await broker.publish(topic, { ...body, occurredAt: now }, { key });
        await tx.update(outbox, { id }, { publishedAt: now });
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

// Wrong: an id belongs to a message, so whoever publishes makes it.
// Fails event-is-a-fact: two ids
// Fails confirmed-once: confirmed twice
import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from 'lab';
import { outbox } from './schema.ts';

export default function start({ broker, database }: Platform) {
  async function publishWaiting() {
    const waiting = await database.select(outbox, { publishedAt: null }, { orderBy: 'position', limit: 20 });
    for (const { id, topic, body } of waiting) {
      await broker.publish(topic, { id: crypto.randomUUID(), type: topic, ...body });
      await database.update(outbox, { id }, { publishedAt: new Date().toISOString() });
    }
  }

  async function poll() {
    for (;;) {
      await publishWaiting().catch((error) => console.warn('will try again', error));
      await sleep(50);
    }
  }
  void poll();
}

// Wrong: noting an event as published first makes sure that it is published only once.
// Fails no-order-without-event: nobody was ever told
// Fails confirmed-once: nobody was told
// Fails page-tells-the-truth: still said "on its way"
import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from 'lab';
import { outbox } from './schema.ts';

export default function start({ broker, database }: Platform) {
  async function publishWaiting() {
    const waiting = await database.select(outbox, { publishedAt: null }, { orderBy: 'position', limit: 20 });
    for (const { id, topic, body } of waiting) {
      await database.update(outbox, { id }, { publishedAt: new Date().toISOString() });
      await broker.publish(topic, body);
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

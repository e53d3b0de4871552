import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from 'lab';
import { outbox } from './schema.ts';

/** Tells what waits in the outbox, in order. The one of lesson 6, for one relay. */
export default function start({ broker, database }: Platform) {
  async function publishWaiting() {
    for (const { id, topic, body } of await database.select(outbox, { publishedAt: null }, { orderBy: 'position' })) {
      await broker.publish(topic, body);
      await database.update(outbox, { id }, { publishedAt: new Date().toISOString() });
    }
  }

  async function poll() {
    for (;;) {
      await publishWaiting().catch((error) => console.warn('will try again', error));
      await sleep(100);
    }
  }
  void poll();
}

// Wrong: publishing takes no time, so there is no need to wait for the broker's answer before noting that it was done.
// Fails no-order-without-event: was stored and nobody was ever told
// Fails confirmed-once: was never confirmed
// Fails page-tells-the-truth: the page still said "on its way"
import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from 'lab';
import { outbox } from './schema.ts';

/** Publishes what waits in the outbox, whoever put it there. */
export default function start({ broker, database }: Platform) {
  async function publishWaiting() {
    const waiting = await database.select(outbox, { publishedAt: null }, { orderBy: 'position', limit: 20 });
    for (const { id, topic, body } of waiting) {
      void broker.publish(topic, body).catch((error) => console.warn('not published', error));
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

// Wrong: after the loop everything that waited has been published, so one update marks it all.
// Fails nothing-lost: a publish began that took 200 ms longer
import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from 'lab';
import { outbox } from './schema.ts';

const POLL_MS = 50;

export default function start({ broker, database }: Platform) {
  async function publishWaiting() {
    await database.transaction(async (tx) => {
      const waiting = await tx.select(outbox, { publishedAt: null }, { orderBy: 'position', lock: 'for update' });
      for (const { topic, key, body } of waiting) await broker.publish(topic, body, { key });
      if (waiting.length > 0) await tx.update(outbox, { publishedAt: null }, { publishedAt: new Date().toISOString() });
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

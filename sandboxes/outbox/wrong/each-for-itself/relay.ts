// Wrong: a second relay needs no thought, because what one has marked the other does not see.
// Fails told-once: by relay 1
import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from 'lab';
import { outbox } from './schema.ts';

const POLL_MS = 50;

export default function start({ broker, database }: Platform) {
  async function publishWaiting() {
    const waiting = await database.select(outbox, { publishedAt: null }, { orderBy: 'position', limit: 20 });
    for (const { id, topic, key, body } of waiting) {
      await broker.publish(topic, body, { key });
      await database.update(outbox, { id }, { publishedAt: new Date().toISOString() });
    }
  }

  async function poll() {
    for (;;) {
      await publishWaiting().catch((error) => console.warn('will try again', error));
      await sleep(POLL_MS);
    }
  }
  void poll();
}

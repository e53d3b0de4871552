// Wrong: whatever is unpublished now is what I have just published, so one statement can mark it all.
// Fails second-subscriber: and heard nothing of
import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from 'lab';
import { outbox } from './schema.ts';

export default function start({ broker, database }: Platform) {
  async function publishWaiting() {
    const waiting = await database.select(outbox, { publishedAt: null }, { orderBy: 'position', limit: 20 });
    if (waiting.length === 0) return;
    for (const { topic, body } of waiting) await broker.publish(topic, body);
    await database.update(outbox, { publishedAt: null }, { publishedAt: new Date().toISOString() });
  }

  async function poll() {
    for (;;) {
      await publishWaiting().catch((error) => console.warn('will try again', error));
      await sleep(50);
    }
  }
  void poll();
}

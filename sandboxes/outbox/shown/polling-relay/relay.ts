import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from 'lab';
import { outbox } from './schema.ts';
import { batch, pollMs } from './settings.ts';

/** Marks a whole batch in one commit, when the broker has confirmed all of it. */
export default function start({ broker, database }: Platform) {
  async function publishBatch() {
    const waiting = await database.select(outbox, { publishedAt: null }, { orderBy: 'position', limit: batch });
    for (const { topic, body } of waiting) await broker.publish(topic, body);
    const positions = waiting.map(({ position }) => position);
    if (positions.length > 0)
      await database.update(outbox, { position: { in: positions } }, { publishedAt: new Date().toISOString() });
  }

  async function poll() {
    for (;;) {
      await publishBatch();
      await sleep(pollMs);
    }
  }
  void poll();
}

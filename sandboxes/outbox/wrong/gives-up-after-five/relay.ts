// Wrong: a message that cannot be published five times is poison, and is put aside.
// Fails broker-may-be-down: nobody was ever told
import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from 'lab';
import { outbox } from './schema.ts';

const POLL_MS = 50;
const MOST_TRIES = 5;

export default function start({ broker, database }: Platform) {
  const tries = new Map<string, number>();

  async function publishWaiting() {
    await database.transaction(async (tx) => {
      const waiting = await tx.select(
        outbox,
        { publishedAt: null },
        { orderBy: 'position', limit: 10, lock: 'for update' },
      );
      for (const { id, topic, key, body } of waiting) {
        try {
          await broker.publish(topic, body, { key });
        } catch (error) {
          const failed = (tries.get(id) ?? 0) + 1;
          tries.set(id, failed);
          if (failed < MOST_TRIES) return;
          console.error(`${topic} cannot be published`, body, error);
        }
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

// Wrong: with SKIP LOCKED two relays share the work, and since each goes by position, the order is kept.
// Fails told-in-order: Relay 2 told the one, relay 1 the other
import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from 'lab';
import { outbox } from './schema.ts';

const POLL_MS = 50;

export default function start({ broker, database }: Platform) {
  /** One message at a time, so that there is always something left for the other relay. */
  async function publishNext(): Promise<boolean> {
    return database.transaction(async (tx) => {
      const [next] = await tx.select(
        outbox,
        { publishedAt: null },
        { orderBy: 'position', limit: 1, lock: 'for update skip locked' },
      );
      if (!next) return false;
      await broker.publish(next.topic, next.body, { key: next.key });
      await tx.update(outbox, { id: next.id }, { publishedAt: new Date().toISOString() });
      return true;
    });
  }

  async function publishWaiting() {
    while (await publishNext());
  }

  async function poll() {
    for (;;) {
      await publishWaiting().catch((error) => console.warn('will try again', error));
      await sleep(POLL_MS);
    }
  }
  void poll();
}

// Wrong: noting a message as published first makes sure that it is published only once.
// Fails broker-may-be-down: nobody was ever told
// Fails nothing-lost: the relay process crashed
// Fails told-in-order: Relay 2 told the one, relay 1 the other
import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from 'lab';
import { outbox } from './schema.ts';

const POLL_MS = 50;

export default function start({ broker, database }: Platform) {
  /** Claims a batch, so that the other relay leaves it alone, and then has all the time it needs. */
  async function publishWaiting() {
    const claimed = await database.transaction(async (tx) => {
      const waiting = await tx.select(
        outbox,
        { publishedAt: null },
        { orderBy: 'position', limit: 10, lock: 'for update' },
      );
      for (const { id } of waiting) await tx.update(outbox, { id }, { publishedAt: new Date().toISOString() });
      return waiting;
    });
    for (const { topic, key, body } of claimed) await broker.publish(topic, body, { key });
  }

  async function poll() {
    for (;;) {
      await publishWaiting().catch((error) => console.warn('will try again', error));
      await sleep(POLL_MS);
    }
  }
  void poll();
}

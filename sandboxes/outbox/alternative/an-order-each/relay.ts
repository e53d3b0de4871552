import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from 'lab';
import { outbox, streams } from './schema.ts';

/** The relays share the work, an order at a time: what is skipped is a whole order, never one message of it. */
export default function start({ broker, database }: Platform) {
  async function tellOrder(orderId: string) {
    await database.transaction(async (tx) => {
      const [stream] = await tx.select(streams, { orderId }, { lock: 'for update skip locked' });
      if (!stream) return; // the other relay is at it
      const waiting = await tx.select(outbox, { orderId, publishedAt: null }, { orderBy: 'version' });
      for (const { id, topic, body } of waiting) {
        try {
          await broker.publish(topic, body, { key: orderId });
        } catch (error) {
          console.warn(`${topic} of ${orderId} has to wait`, error);
          return; // keeps what was confirmed; this order goes on later, others now
        }
        await tx.update(outbox, { id }, { publishedAt: new Date().toISOString() });
      }
    });
  }

  async function poll() {
    for (;;) {
      try {
        const waiting = await database.select(outbox, { publishedAt: null }, { limit: 100 });
        for (const orderId of new Set(waiting.map((row) => row.orderId))) await tellOrder(orderId);
      } catch (error) {
        console.warn(error);
      }
      await sleep(25);
    }
  }
  void poll();
}

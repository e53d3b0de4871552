// Wrong: two relays need a leader, and the first to write its name into a table is it.
// Fails nothing-lost: the relay process crashed
import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from 'lab';
import { leaders, outbox } from './schema.ts';

const POLL_MS = 50;

export default async function start({ broker, database }: Platform) {
  const elected = await database.insert(leaders, { of: 'relay' }, { onConflict: 'do nothing' });
  if (!elected) return; // the other one leads

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

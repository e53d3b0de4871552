import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from 'lab';
import { outbox } from './schema.ts';
import { way } from './settings.ts';

/** Runs where something goes to the broker. */
export default function start({ broker, database }: Platform) {
  async function passOn() {
    for (const { id, to, body } of await database.select(outbox, { publishedAt: null }, { orderBy: 'position' })) {
      await (way === 'queue' ? broker.send(to, body) : broker.publish(to, body));
      await database.update(outbox, { id }, { publishedAt: new Date().toISOString() });
    }
  }

  async function poll() {
    for (;;) {
      await passOn().catch((error) => console.warn('will try again', error));
      await sleep(50);
    }
  }
  void poll();
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { Broker, Database } from 'lab';
import { outbox } from './schema.ts';
import { way } from './settings.ts';

/** Passes on what stands in the outbox, for ever. */
export async function passOn(broker: Broker, database: Database) {
  async function passAllOn() {
    for (const { id, to, body } of await database.select(outbox, { publishedAt: null }, { orderBy: 'position' })) {
      await (way === 'queue' ? broker.send(to, body) : broker.publish(to, body));
      await database.update(outbox, { id }, { publishedAt: new Date().toISOString() });
    }
  }

  for (;;) {
    await passAllOn().catch((error) => console.warn('will try again', error));
    await sleep(50);
  }
}

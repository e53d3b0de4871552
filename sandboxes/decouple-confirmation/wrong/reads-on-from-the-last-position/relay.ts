// Wrong: positions only ever grow, so it is enough to remember the last one and to read on from there, as in a log.
// Fails no-order-without-event: whoever had read up to the latest had read past it
import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from 'lab';
import { cursors, outbox } from './schema.ts';

export default function start({ broker, database }: Platform) {
  async function publishNew() {
    const [cursor] = await database.select(cursors, { reader: 'relay' });
    const last = cursor?.position ?? 0;
    const all = await database.select(outbox, {}, { orderBy: 'position' });
    for (const { position, topic, body } of all) {
      if (position <= last) continue;
      await broker.publish(topic, body);
      await database.insert(cursors, { reader: 'relay', position }, { onConflict: 'do update' });
    }
  }

  async function poll() {
    for (;;) {
      await publishNew().catch((error) => console.warn('will try again', error));
      await sleep(50);
    }
  }
  void poll();
}

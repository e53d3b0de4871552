// Wrong: ids only ever rise, so whatever is new has a higher one than the last that was read.
// Fails nothing-lost: whoever had read up to that one had gone past this one
import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from 'lab';
import { cursors, outbox } from './schema.ts';

const POLL_MS = 50;

export default function start({ broker, database }: Platform) {
  async function publishWaiting() {
    await database.transaction(async (tx) => {
      await tx.insert(cursors, { reader: 'relay', position: 0 }, { onConflict: 'do nothing' });
      const [cursor] = await tx.select(cursors, { reader: 'relay' }, { lock: 'for update' });
      const after = { position: { gt: cursor!.position } };
      for (const { position, topic, key, body } of await tx.select(outbox, after, { orderBy: 'position', limit: 10 })) {
        await broker.publish(topic, body, { key });
        await tx.update(cursors, { reader: 'relay' }, { position });
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

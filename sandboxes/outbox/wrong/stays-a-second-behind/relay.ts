// Wrong: a transaction may commit late, but not by a second; so read on by id, and stay a second behind.
// Fails nothing-lost: whoever had read up to that one had gone past this one
import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from 'lab';
import { cursors, outbox } from './schema.ts';

const POLL_MS = 1_000;
const BEHIND_MS = 1_000;

export default function start({ broker, database }: Platform) {
  async function publishWaiting() {
    await database.transaction(async (tx) => {
      await tx.insert(cursors, { reader: 'relay', position: 0 }, { onConflict: 'do nothing' });
      const [cursor] = await tx.select(cursors, { reader: 'relay' }, { lock: 'for update' });
      const old = new Date(Date.now() - BEHIND_MS).toISOString();
      const settled = { position: { gt: cursor!.position }, writtenAt: { lte: old } };
      for (const { position, topic, key, body } of await tx.select(outbox, settled, { orderBy: 'position' })) {
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

import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from 'lab';
import { cursors, outbox } from './schema.ts';
import { firstLookMs, reads } from './settings.ts';

const POLL_MS = 150;
const BEHIND_MS = 100;

export default function start({ broker, database }: Platform) {
  async function publishUnpublished() {
    for (const { position, topic, body } of await database.select(
      outbox,
      { publishedAt: null },
      { orderBy: 'position' },
    )) {
      await broker.publish(topic, body);
      await database.update(outbox, { position }, { publishedAt: new Date().toISOString() });
    }
  }

  async function readOn(behindMs: number) {
    const [cursor] = await database.select(cursors, { reader: 'relay' });
    const writtenAt = { lte: new Date(Date.now() - behindMs).toISOString() };
    const after = { position: { gt: cursor?.position ?? 0 }, writtenAt };
    for (const { position, topic, body } of await database.select(outbox, after, { orderBy: 'position' })) {
      await broker.publish(topic, body);
      await database.insert(cursors, { reader: 'relay', position }, { onConflict: 'do update' });
    }
  }

  async function poll() {
    await sleep(firstLookMs);
    for (;;) {
      if (reads === 'what is unpublished') await publishUnpublished();
      else await readOn(reads === 'on from the last id' ? 0 : BEHIND_MS);
      await sleep(POLL_MS);
    }
  }
  void poll();
}

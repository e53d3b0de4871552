import type { Platform } from 'lab';
import { inbox, slips } from './schema.ts';

/** Takes in quickly what comes, and writes the slips in its own time. */
export default async function start({ broker, database }: Platform) {
  await broker.subscribe('order.*', { queue: 'stock-inbox' }, async (fact: { id: string }, { topic }) => {
    await database.insert(inbox, { id: fact.id, topic, body: fact }, { onConflict: 'do nothing' });
  });

  async function writeSlips() {
    for (const { id, topic, body } of await database.select(inbox, {}, { orderBy: 'position', limit: 20 })) {
      await database.transaction(async (tx) => {
        const { orderId } = body as { orderId: string };
        await tx.insert(slips, { orderId, what: topic.split('.')[1]! }, { onConflict: 'do nothing' });
        await tx.delete(inbox, { id });
      });
    }
  }

  let isWriting = false;
  setInterval(async () => {
    if (isWriting) return;
    isWriting = true;
    await writeSlips().catch((error) => console.warn('will try again', error));
    isWriting = false;
  }, 40);
}

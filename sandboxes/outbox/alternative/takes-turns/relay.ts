import type { Platform } from 'lab';
import { outbox, turns } from './schema.ts';

/** Both relays want the same lock. The one that has it empties the outbox, row by row, and lets go. */
export default async function start({ broker, database }: Platform) {
  await database.insert(turns, { of: 'relay' }, { onConflict: 'do nothing' });

  async function takeTurn() {
    await database.transaction(async (tx) => {
      await tx.select(turns, { of: 'relay' }, { lock: 'for update' });
      for (const { position, fact } of await tx.select(outbox, {}, { orderBy: 'position', limit: 20 })) {
        await broker.publish((fact as { type: string }).type, fact);
        await tx.delete(outbox, { position });
      }
    });
  }

  let busy = false;
  setInterval(async () => {
    if (busy) return;
    busy = true;
    try {
      await takeTurn();
    } catch (error) {
      console.warn(error);
    }
    busy = false;
  }, 30);
}

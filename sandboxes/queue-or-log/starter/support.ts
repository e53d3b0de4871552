import type { Platform } from 'lab';
import { complaints } from './schema.ts';

/** People look at what is put aside. So far nothing is. */
export default async function start({ broker, database }: Platform) {
  await broker.consume({ queue: 'put-aside' }, async (message: object) => {
    await database.insert(complaints, { id: crypto.randomUUID(), about: message });
  });
}

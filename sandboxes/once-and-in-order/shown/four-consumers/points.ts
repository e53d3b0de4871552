import type { Database, Platform } from 'lab';
import { count } from './count.ts';
import type { OrderFact } from './events.ts';
import { goByVersions } from './go-by-versions.ts';
import { inbox } from './schema.ts';
import { consumer } from './settings.ts';

/** Four ways to take the facts of one order, by one process and one at a time. */
export default async function start({ broker, database }: Platform) {
  const take = WAYS[consumer]!;
  await broker.subscribe('order.#', { queue: 'points' }, (fact: OrderFact) => take(database, fact));
}

const WAYS: Record<string, (database: Database, fact: OrderFact) => Promise<void>> = {
  'counts what comes': (database, fact) => database.transaction((tx) => count(tx, fact)),

  'notes ids afterwards': async (database, fact) => {
    const [known] = await database.select(inbox, { eventId: fact.id });
    if (known) return;
    await database.transaction((tx) => count(tx, fact));
    await database.insert(inbox, { eventId: fact.id });
  },

  'notes ids together': (database, fact) =>
    database.transaction(async (tx) => {
      const isNew = await tx.insert(inbox, { eventId: fact.id }, { onConflict: 'do nothing' });
      if (isNew) await count(tx, fact);
    }),

  'goes by versions': (database, fact) => database.transaction((tx) => goByVersions(tx, fact)),
};

import type { Database, Transaction } from 'lab';
import { outbox } from './schema.ts';

/** Notes a fact in the transaction that makes it true. Its id is the row's, so it is told under one id only. */
export async function note(tx: Transaction, owner: string, name: string, about: object): Promise<void> {
  const id = crypto.randomUUID();
  const body = { id, type: name, occurredAt: new Date().toISOString(), ...about };
  await tx.insert(outbox, { id, owner, name, isCommand: name === 'reserve-stock', body });
}

/** Tells what one process has noted, the oldest first, and forgets it once the broker has it. */
export async function tellNoted(
  database: Database,
  owner: string,
  tell: (name: string, body: object, isCommand: boolean) => Promise<void>,
): Promise<void> {
  for (const row of await database.select(outbox, { owner }, { orderBy: 'position', limit: 20 })) {
    await tell(row.name, row.body as object, row.isCommand);
    await database.delete(outbox, { id: row.id });
  }
}

/** Again and again, without standing in its own way. */
export function every(ms: number, work: () => Promise<void>): void {
  let busy = false;
  setInterval(async () => {
    if (busy) return;
    busy = true;
    await work().catch((error) => console.warn('will try again', error));
    busy = false;
  }, ms);
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { Database, Platform } from 'lab';
import { leases, outbox } from './schema.ts';

const LEASE_MS = 3_000; // longer than a publish ever takes: the broker does not ask who still holds the lease
const POLL_MS = 40;

/** One relay leads, and holds no transaction open while it publishes. The other takes over when the lease has run out. */
export default function start({ broker, database }: Platform) {
  const me = crypto.randomUUID();

  /** How long to wait before looking again. */
  async function publishNext(): Promise<number> {
    const [next] = await database.select(outbox, { publishedAt: null }, { orderBy: 'position', limit: 1 });
    if (!next) return POLL_MS;
    const othersForMs = await takeLease(database, me);
    if (othersForMs > 0) return othersForMs;
    await broker.publish(next.topic, next.body, { key: next.key });
    await database.update(outbox, { id: next.id }, { publishedAt: new Date().toISOString() });
    return 0;
  }

  async function lead() {
    for (;;) {
      let waitMs = POLL_MS;
      try {
        waitMs = await publishNext();
      } catch (error) {
        console.warn('will try again', error);
      }
      await sleep(waitMs);
    }
  }
  void lead();
}

/** Takes or renews the lease, for its whole length; for how long it is another's otherwise. */
async function takeLease(database: Database, me: string): Promise<number> {
  return database.transaction(async (tx) => {
    const now = Date.now();
    const until = new Date(now + LEASE_MS).toISOString();
    const first = await tx.insert(leases, { of: 'relay', holder: me, until }, { onConflict: 'do nothing' });
    if (first) return 0;
    const [lease] = await tx.select(leases, { of: 'relay' }, { lock: 'for update' });
    const leftMs = lease ? Date.parse(lease.until) - now : 0;
    if (lease && lease.holder !== me && leftMs > 0) return leftMs;
    await tx.update(leases, { of: 'relay' }, { holder: me, until });
    return 0;
  });
}

import { type Check, explore, passed } from 'lab/authoring';
import type { SourceFile } from '#exercise/exercise-data.ts';
import type { Load } from './grade.ts';

/**
 * Plays a small program of ours again and again, so that compiler and lab are hot when the learner's comes: a job in a cold
 * worker takes five times as long. `now` is real time in milliseconds. `stop` ends it within a batch.
 */
export function warmUp(load: Load, now: () => number): { readonly stop: () => Promise<void> } {
  const signal = { aborted: false };
  const done = play(load, now, signal).catch(() => {});
  return {
    stop: () => {
      signal.aborted = true;
      return done;
    },
  };
}

async function play(load: Load, now: () => number, signal: { readonly aborted: boolean }): Promise<void> {
  const until = now() + LONG_ENOUGH_MS;
  while (now() < until && !signal.aborted) {
    const loaded = await load(PROGRAM);
    if (loaded.kind !== 'program' || signal.aborted) return;
    await explore(loaded.program, [CHECK], { depth: 'check', mixes: 64, batch: 16, signal });
  }
}

/** By then there is little left to gain. */
const LONG_ENOUGH_MS = 1_200;

const CHECK: Check = {
  id: 'warm',
  title: 'Warm',
  scenario: {
    id: 'warm',
    play: async ({ customer, settled }) => {
      await Promise.all([
        customer.post('http://shop/sales', { item: 'pen' }),
        customer.post('http://shop/sales', { item: 'ink' }),
      ]);
      await settled();
      await customer.get('http://shop/sales/1');
    },
  },
  scope: [{ fault: 'crash' }, { fault: 'duplicate', byMs: [0] }, { fault: 'delay', at: ['deliver'], byMs: [100] }],
  verdict: (trace) => {
    JSON.stringify(trace.filter((entry) => entry.kind === 'mailed'));
    return passed();
  },
};

/** Uses what services use: routes, a transaction, a relay, a subscription, a mail. */
const PROGRAM: readonly SourceFile[] = [
  {
    path: 'deployment.ts',
    text: `import * as tables from './schema.ts';
export default { processes: { shop: './shop.ts', relay: './relay.ts', post: './post.ts' }, tables };`,
  },
  {
    path: 'schema.ts',
    text: `import { table } from 'lab';
export const sales = table('sales', { id: 'uuid', item: 'text', at: 'timestamptz' }, { key: 'id' });
export const waiting = table('waiting', { id: 'uuid', position: 'bigserial', topic: 'text', body: 'jsonb', sentAt: 'timestamptz?' }, { key: 'id' });
export const seen = table('seen', { id: 'uuid', at: 'timestamptz' }, { key: 'id' });`,
  },
  {
    path: 'shop.ts',
    text: `import type { Platform } from 'lab';
import { sales, waiting } from './schema.ts';
type Sale = { item: string };
export default async function start({ app, broker, database }: Platform) {
  app.post('/sales', async (request) => {
    const { item } = request.body as Sale;
    const id: string = crypto.randomUUID();
    const at = new Date().toISOString();
    await database.transaction(async (tx) => {
      await tx.insert(sales, { id, item, at });
      await tx.insert(waiting, { id: crypto.randomUUID(), topic: 'sale.made', body: { id, item, at } });
    });
    return { status: 201, body: { id } };
  });
  app.get('/sales/:id', async ({ params }) => {
    const [sale] = await database.select(sales, { id: params.id });
    return sale ? { status: 200, body: { item: sale.item } } : { status: 404 };
  });
  await broker.subscribe('post.sent', { queue: 'shop' }, async (event: { id: string }) => {
    await database.update(sales, { id: event.id }, { item: 'sent' });
  });
}`,
  },
  {
    path: 'relay.ts',
    text: `import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from 'lab';
import { waiting } from './schema.ts';
export default function start({ broker, database }: Platform) {
  async function pass(): Promise<void> {
    for (const { id, topic, body } of await database.select(waiting, { sentAt: null }, { orderBy: 'position', limit: 20 })) {
      await broker.publish(topic, body);
      await database.update(waiting, { id }, { sentAt: new Date().toISOString() });
    }
  }
  async function poll(): Promise<void> {
    for (;;) {
      await pass().catch((error) => console.warn('again', error));
      await sleep(50);
    }
  }
  void poll();
}`,
  },
  {
    path: 'post.ts',
    text: `import type { Platform } from 'lab';
import { seen, waiting } from './schema.ts';
export default async function start({ broker, database, mail }: Platform) {
  await broker.subscribe('sale.made', { queue: 'post' }, async (event: { id: string; item: string }) => {
    const at = new Date().toISOString();
    await database.transaction(async (tx) => {
      const first = await tx.insert(seen, { id: event.id, at }, { onConflict: 'do nothing' });
      if (!first) return;
      await mail.send({ to: 'a@example.org', subject: 'Sold', text: event.item });
      await tx.insert(waiting, { id: crypto.randomUUID(), topic: 'post.sent', body: { id: event.id } });
    });
  });
}`,
  },
];

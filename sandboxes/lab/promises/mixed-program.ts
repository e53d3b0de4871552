import type { Start } from 'lab';
import { box, outbox } from './box.ts';
import { programOf } from './playing.ts';

/** What one process does. A process may do several of these at once. */
export type Task =
  /** Publishes so many messages; a next life begins again, with messages of its own. */
  | {
      readonly does: 'publish';
      readonly by: 'topic' | 'log' | 'command' | 'outbox';
      readonly to: string;
      readonly count: number;
      readonly everyMs: number;
    }
  /** Publishes what is in the outbox and not yet marked. */
  | { readonly does: 'relay'; readonly everyMs: number; readonly lock: boolean }
  | {
      readonly does: 'consume';
      readonly queue: number;
      readonly prefetch: number;
      readonly ack: 'after handler' | 'on delivery';
      readonly handles: Handling;
    }
  | {
      readonly does: 'read';
      readonly log: string;
      readonly group: string;
      readonly from: 'earliest' | 'latest';
      readonly commit: 'after handler' | 'on delivery';
      readonly handles: Handling;
    }
  /** So many transactions, each inserting two rows of its own and counting up shared ones. */
  | {
      readonly does: 'transact';
      readonly count: number;
      readonly everyMs: number;
      readonly rows: readonly string[];
      readonly pauseMs: number;
      readonly ends: 'well' | 'throws' | 'conflicts' | 'conflicts and goes on' | 'deletes';
    };

export interface Handling {
  readonly latencyMs: number;
  /** Every how-manieth message its handler throws; 0: never. */
  readonly throwsEvery: number;
  /** The how-manieth message it never returns from; 0: none. */
  readonly hangsAt: number;
  readonly with: 'nothing' | 'mail' | 'row' | 'message';
}

/** Queues that any consumer may declare: always in the same way, as a queue's owner would. */
export const QUEUES = [
  { queue: 'all', topics: ['#'], deliveryLimit: 3, deadLetter: 'dead' },
  { queue: 'orders', topics: ['order.*'], deliveryLimit: 20 },
  { queue: 'paid', topics: ['order.paid', '*.paid'], deliveryLimit: 1 },
  { queue: 'commands', topics: [], deliveryLimit: 2, deadLetter: 'dead' },
  { queue: 'dead', topics: [], deliveryLimit: 20 },
] as const;

export const TOPICS = ['order.created', 'order.paid', 'stock.counted'] as const;
export const LOGS = { journal: 3, feed: 1 } as const;
export const PROCESSES = ['one', 'two', 'three', 'four'] as const;
export const SHARED_ROWS = ['a', 'b', 'c'] as const;

/** Compiled once: what each of the processes does stands in a row that it reads as it starts. */
export const mixedProgram = programOf({
  services: Object.fromEntries(
    PROCESSES.map((name) => [
      name,
      `import { live } from './tasks.ts'; export default (services) => live('${name}', services);`,
    ]),
  ),
  files: { 'tasks.ts': tasks() },
  logs: LOGS,
});

/** Answers with all rows, locked: so no lock may have been left behind. */
export const auditor: Start = ({ app, database }) => {
  app.get('/', async () => {
    const body = await database.transaction(async (tx) => ({
      box: await tx.select(box, {}, { orderBy: 'id', lock: 'for update' }),
      outbox: await tx.select(outbox, {}, { orderBy: 'id', lock: 'for update' }),
    }));
    return { status: 200, body };
  });
};

function tasks(): string {
  return `import { setTimeout as sleep } from 'node:timers/promises';
import { box, outbox, plans } from './schema.ts';

export async function live(name, services) {
  const [row] = await services.database.select(plans, { process: name });
  for (const task of row?.plan.tasks ?? []) await DOES[task.does](services, task);
}

const QUEUES = ${JSON.stringify(QUEUES)};

const DOES = {
  async publish({ broker, database }, { by, to, count, everyMs }) {
    const ask = {
      topic: (body) => broker.publish(to, body),
      log: (body) => broker.publish(to, body, { key: 'key ' + (body.n % 4) }),
      command: (body) => broker.send(to, body),
      outbox: (body) => database.transaction(async (tx) => {
        await tx.insert(box, { id: body.id, v: body.n });
        await tx.insert(outbox, { id: body.id, body: { topic: to, body } });
      }),
    };
    void (async () => {
      for (let n = 1; n <= count; n++) {
        await sleep(20 + everyMs);
        const body = { id: crypto.randomUUID(), n };
        await ask[by](body).then(
          () => console.log('confirmed', by, body.id),
          (error) => console.log('refused', body.id, error.code),
        );
      }
    })();
  },

  async relay({ broker, database }, { everyMs, lock }) {
    const publishWaiting = async (tx) => {
      const waiting = await tx.select(outbox, { publishedAt: null }, { orderBy: 'position', limit: 5, ...(lock ? { lock: 'for update skip locked' } : {}) });
      for (const { id, body: { topic, body } } of waiting) {
        await broker.publish(topic, body);
        await tx.update(outbox, { id }, { publishedAt: new Date().toISOString() });
      }
    };
    void (async () => {
      for (;;) {
        await (lock ? database.transaction(publishWaiting) : publishWaiting(database)).catch((error) => console.warn(error.code));
        await sleep(everyMs);
      }
    })();
  },

  async consume(services, { queue, prefetch, ack, handles }) {
    const { topics, ...declared } = QUEUES[queue];
    const from = { ...declared, prefetch, ack };
    const handle = handling(services, handles);
    if (topics.length > 0) await services.broker.subscribe(topics, from, handle);
    else await services.broker.consume(from, handle);
  },

  async read(services, { log, group, from, commit, handles }) {
    await services.broker.subscribe(log, { group, from, commit }, handling(services, { ...handles, hangsAt: 0 }));
  },

  async transact({ database }, { count, everyMs, rows, pauseMs, ends }) {
    void (async () => {
      for (let n = 1; n <= count; n++) {
        await sleep(20 + everyMs);
        const tag = crypto.randomUUID();
        await database.transaction(async (tx) => {
          await tx.insert(box, { id: tag + '/1', v: n });
          for (const id of rows) {
            const [{ v }] = await tx.select(box, { id }, { lock: 'for update' });
            if (pauseMs > 0) await sleep(pauseMs);
            await tx.update(box, { id }, { v: v + 1 });
          }
          if (ends === 'throws' && n % 2 === 0) throw new Error('on purpose');
          if (ends === 'conflicts' && n % 2 === 0) await tx.insert(box, { id: 'a', v: 0 });
          if (ends === 'conflicts and goes on') await tx.insert(box, { id: 'a', v: 0 }).catch(() => {});
          if (ends === 'deletes') await tx.delete(box, { id: tag + '/1' });
          await tx.insert(box, { id: tag + '/2', v: n });
        }).then(
          () => console.log('stored', tag),
          (error) => console.log('not stored', tag, error.code),
        );
      }
    })();
  },
};

function handling({ broker, database, mail }, { latencyMs, throwsEvery, hangsAt, with: does }) {
  let count = 0;
  return async ({ id, n, hops = 0 }) => {
    const nth = ++count;
    console.log('got', id);
    if (latencyMs > 0) await sleep(latencyMs);
    if (nth === hangsAt) await new Promise(() => {});
    if (throwsEvery > 0 && nth % throwsEvery === 0) throw new Error('on purpose');
    if (does === 'mail') await mail.send({ to: 'ada@example.com', subject: id, text: '' });
    if (does === 'row') await database.insert(box, { id: 'seen ' + id, v: n }, { onConflict: 'do nothing' });
    if (does === 'message' && hops < 2) await broker.publish('order.paid', { id: crypto.randomUUID(), n, hops: hops + 1 });
  };
}`;
}

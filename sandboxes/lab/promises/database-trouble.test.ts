import type { Reader, Start } from 'lab';
import { expect, test } from 'vitest';
import { answerOf, box } from './box.ts';
import { codeOf, entries, type Setting, said, traceOf } from './playing.ts';

test.each([
  ['crash-before@orders:commit:1', 0],
  ['crash-after@orders:commit:1', 1],
  ['fail-before@orders:commit:1', 0],
  ['fail-after@orders:commit:1', 1],
  ['crash-before@orders:mail:1', 0],
  ['crash-after@orders:mail:1', 0],
])('%s leaves all of a transaction or nothing of it: %i', async (schedule, rows) => {
  const orders: Start = ({ app, database, mail }) => {
    app.post('/', async () => {
      await database.transaction(async (tx) => {
        await tx.insert(box, { id: 'a', v: 1 });
        await mail.send({ to: 'ada@example.com', subject: '', text: '' });
        await tx.insert(box, { id: 'b', v: 1 });
      });
      return { status: 201 };
    });
  };
  const counts: number[] = [];
  const trace = await traceOf({
    guests: { orders, reader: counting(counts) },
    play: asking('orders', 'reader'),
    schedule,
  });
  expect(counts).toEqual([rows * 2]);
  expect(entries(trace, 'committed')).toHaveLength(rows);
});

test.each(['crash-before@orders:commit:1', 'fail-before@orders:commit:1', 'crash-after@orders:commit:1'])(
  '%s frees the locks in the same instant',
  async (schedule) => {
    const orders: Start = ({ app, database }) => {
      app.post('/', async () => {
        await database.transaction((tx) => tx.update(box, { id: 'a' }, { v: 2 }));
        return { status: 200 };
      });
    };
    const other: Start = ({ app, database }) => {
      app.post('/', async () => ({
        status: 200,
        body: { changed: await database.update(box, { id: 'a' }, { v: 3 }) },
      }));
    };
    let seen: unknown;
    const trace = await traceOf({
      guests: { orders, other },
      given: { box: [{ id: 'a', v: 1 }] },
      play: async ({ customer, settled }) => {
        [, seen] = await Promise.all([customer.post('http://orders/', {}), customer.post('http://other/', {})]);
        await settled();
      },
      schedule,
    });
    expect(seen).toEqual({ status: 200, body: { changed: 1 } });
    expect(entries(trace, 'committed').at(-1)?.changes[0]?.row).toMatchObject({ id: 'a', v: 3 });
  },
);

test('a transaction that was waiting when its process died takes no lock', async () => {
  const told = await answerOf(
    async (database, sleep, { mail }) => {
      const first = database.transaction(async (tx) => {
        await tx.update(box, { id: 'a' }, { v: 2 });
        await sleep(300);
      });
      await sleep(10);
      void mail.send({ to: 'nobody', subject: '', text: '' });
      await first;
      return database.update(box, { id: 'a' }, { v: 4 });
    },
    {
      given: { box: [{ id: 'a', v: 1 }] },
      services: {
        waiter: `import { setTimeout as sleep } from 'node:timers/promises'; import { box } from './schema.ts';
          export default ({ database, mail }) => {
            void sleep(20).then(() => database.transaction((tx) => tx.update(box, { id: 'a' }, { v: 3 })));
            void sleep(60).then(() => mail.send({ to: 'ada@example.com', subject: '', text: '' }));
          };`,
      },
      schedule: 'crash-before@waiter:mail:1',
    },
  );
  expect(told).toBe(1);
});

test('a table that is not deployed does not exist', async () => {
  const code = await answerOf((database) => codeOf(database.select({ ...box, name: 'elsewhere' })));
  expect(code).toBe('42P01');
});

test('rows that are handed out are copies: changing them changes nothing', async () => {
  const told = await answerOf(async (database) => {
    const row = { id: 'a', v: 1 };
    const inserted = await database.insert(box, row);
    Object.assign(row, { v: 2 });
    Object.assign(inserted, { v: 3 });
    const [read] = await database.select(box);
    Object.assign(read!, { v: 4 });
    return (await database.select(box))[0]?.v;
  });
  expect(told).toBe(1);
});

test('a replica shows what was committed, in the order of commits, after its lag', async () => {
  const seen = await looks('lag-80@replica-1', [20, 100, 40, 100]);
  expect(seen).toEqual([[], ['a'], ['a'], ['a', 'b']]);
});

test('a replica never goes back', async () => {
  const seen = await looks('calm', [200, 1, 1, 1, 200]);
  const counts = seen.map(({ length }) => length);
  expect(counts).toEqual([...counts].sort());
  expect(counts.at(-1)).toBe(2);
});

test('each replica lags by its own amount, so who changes replicas can go back in time', async () => {
  const replicaCounts = await answerOf(
    async (database, sleep, { replicas }) => {
      await database.insert(box, { id: 'a', v: 1 });
      await sleep(200);
      const count = async (reader: Reader) => (await reader.select(box)).length;
      return [await count(replicas[0]!), await count(replicas[1]!)];
    },
    { replicas: 2, schedule: 'lag-100@replica-1,lag-5000@replica-2' },
  );
  expect(replicaCounts).toEqual([1, 0]);
});

test('what was there before the play is on every replica, however far it is behind', async () => {
  const seen = await answerOf(
    async (database, _, { replicas }) => {
      await database.insert(box, { id: 'b', v: 1 });
      return (await replicas[0]!.select(box)).map(({ id }) => id);
    },
    { replicas: 1, given: { box: [{ id: 'a', v: 1 }] }, schedule: 'lag-5000@replica-1' },
  );
  expect(seen).toEqual(['a']);
});

test('a service that remembers keeps nothing over a crash that the database does not keep', async () => {
  const orders = `import { box } from './schema.ts';
    const remembered = [];
    export default ({ app, database, mail }) => {
      app.post('/', async ({ body }) => {
        remembered.push(body.id);
        await database.insert(box, { id: body.id, v: 1 });
        console.log(remembered.join(), (await database.select(box)).map((row) => row.id).join());
        await mail.send({ to: 'ada@example.com', subject: '', text: '' });
        return { status: 201 };
      });
    };`;
  const trace = await traceOf({
    services: { orders },
    play: async ({ customer, sleep, settled }) => {
      for (const id of ['a', 'b']) {
        await customer.post('http://orders/', { id });
        await sleep(300);
      }
      await settled();
    },
    schedule: 'crash-after@orders:mail:1',
  });
  expect(said(trace, 'orders')).toEqual(['a a', 'b a,b']);
});

/** Inserts `a` at once and `b` after the second look; looks at the first replica after each of these waits. */
function looks(schedule: string, waitsMs: readonly number[]): Promise<string[][]> {
  return answerOf(
    async (database, sleep, { replicas }) => {
      const seen: string[][] = [];
      await database.insert(box, { id: 'a', v: 1 });
      for (const [i, ms] of waitsMs.entries()) {
        await sleep(ms);
        if (i === 2) await database.insert(box, { id: 'b', v: 1 });
        seen.push((await replicas[0]!.select(box, {}, { orderBy: 'id' })).map(({ id }) => id));
      }
      return seen;
    },
    { replicas: 1, schedule },
  );
}

function counting(counts: number[]): Start {
  return ({ app, database }) => {
    app.post('/', async () => {
      counts.push((await database.select(box)).length);
      return { status: 200 };
    });
  };
}

/** One process after the other, each when the one before has come to rest. */
function asking(...processes: readonly string[]): NonNullable<Setting['play']> {
  return async ({ customer, settled }) => {
    for (const process of processes) {
      await customer.post(`http://${process}/`, {});
      await settled();
    }
  };
}

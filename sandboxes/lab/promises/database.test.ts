import type { Database } from 'lab';
import { expect, test } from 'vitest';
import { answerOf, box, seats } from './box.ts';
import { codeOf } from './playing.ts';

// The first thirteen were asked of PostgreSQL 15 as well, and got the same answer there.

const PUBLISHED = '2026-01-05T09:00:00.000Z';

test('an insert that may do nothing waits for the other one, and then does nothing', async () => {
  const told = await answerOf(async (database, sleep) => {
    const heard: string[] = [];
    const first = database.transaction(async (tx) => {
      await tx.insert(box, { id: 'a', v: 1 });
      await sleep(120);
      heard.push('the first leaves');
    });
    await sleep(40);
    const second = await database.insert(box, { id: 'a', v: 2 }, { onConflict: 'do nothing' });
    heard.push(`the second got ${second}`);
    await first;
    return heard;
  });
  expect(told).toEqual(['the first leaves', 'the second got undefined']);
});

test('an insert that may do nothing waits for the other one, and inserts when that one rolls back', async () => {
  const told = await answerOf(async (database, sleep) => {
    const first = database.transaction(async (tx) => {
      await tx.insert(box, { id: 'a', v: 1 });
      await sleep(120);
      throw new Error('no');
    });
    const lost = codeOf(first);
    await sleep(40);
    const second = await database.insert(box, { id: 'a', v: 2 }, { onConflict: 'do nothing' });
    return [await lost, second?.v];
  });
  expect(told).toEqual(['Error: no', 2]);
});

test('numbers are taken at the insert, before the commit, and never given back', async () => {
  const told = await answerOf(async (database, sleep) => {
    await codeOf(
      database.transaction(async (tx) => {
        await tx.insert(box, { id: 'a', v: 1 });
        throw new Error('no');
      }),
    );
    const slow = database.transaction(async (tx) => {
      await tx.insert(box, { id: 'slow', v: 1 });
      await sleep(150);
    });
    await sleep(40);
    await database.insert(box, { id: 'fast', v: 1 });
    const before = await positions(database);
    await slow;
    return [before, await positions(database)];
  });
  expect(told, 'number 1 is a gap, and number 2 shows up after number 3').toEqual([[3], [2, 3]]);
});

test('a select for update waits, looks again, and leaves out what no longer fits', async () => {
  const told = await answerOf(async (database, sleep) => {
    await fill(database, ['a', 'b']);
    return Promise.all([relay(database, sleep, 10, 120), sleep(40).then(() => relay(database, sleep, 10, 0))]);
  });
  expect(told).toEqual([['a', 'b'], []]);
});

test('a select for update with a limit goes on to the next row when the one it waited for no longer fits', async () => {
  const told = await answerOf(async (database, sleep) => {
    await fill(database, ['a', 'b', 'c']);
    return Promise.all([relay(database, sleep, 1, 120), sleep(40).then(() => relay(database, sleep, 1, 0))]);
  });
  expect(told).toEqual([['a'], ['b']]);
});

test('a select for update skip locked passes over what somebody else has locked', async () => {
  const told = await answerOf(async (database, sleep) => {
    await fill(database, ['a', 'b', 'c']);
    const take = (ms: number) =>
      database.transaction(async (tx) => {
        const rows = await tx.select(
          box,
          { at: null },
          { orderBy: 'position', limit: 1, lock: 'for update skip locked' },
        );
        await sleep(ms);
        return rows.map(({ id }) => id);
      });
    return Promise.all([take(120), sleep(40).then(() => take(0))]);
  });
  expect(told).toEqual([['a'], ['b']]);
});

test('an update waits for the row, and asks its condition again', async () => {
  const told = await answerOf(async (database, sleep) => {
    await fill(database, ['a']);
    const first = database.transaction(async (tx) => {
      const changed = await tx.update(box, { id: 'a', v: 1 }, { v: 2 });
      await sleep(120);
      return changed;
    });
    await sleep(40);
    const second = await database.update(box, { id: 'a', v: 1 }, { v: 3 });
    const [row] = await database.select(box, { id: 'a' });
    return [await first, second, row?.v];
  });
  expect(told).toEqual([1, 0, 2]);
});

test('read committed: a second look sees what was committed since the first', async () => {
  const told = await answerOf(async (database, sleep) => {
    await fill(database, ['a']);
    const looks = database.transaction(async (tx) => {
      const [before] = await tx.select(box);
      await sleep(100);
      const [after] = await tx.select(box);
      return [before?.v, after?.v];
    });
    await sleep(40);
    await database.update(box, { id: 'a' }, { v: 2 });
    return looks;
  });
  expect(told).toEqual([1, 2]);
});

test('what is not committed is seen by its own transaction and by nobody else', async () => {
  const told = await answerOf(async (database, sleep) => {
    const own = database.transaction(async (tx) => {
      await tx.insert(box, { id: 'a', v: 1 });
      await sleep(100);
      return (await tx.select(box)).length;
    });
    await sleep(40);
    const others = (await database.select(box)).length;
    return [await own, others];
  });
  expect(told).toEqual([1, 0]);
});

test('after a failed statement the transaction is lost, even when the error is swallowed', async () => {
  const told = await answerOf(async (database) => {
    await fill(database, ['a']);
    const codes: string[] = [];
    const whole = await codeOf(
      database.transaction(async (tx) => {
        await tx.insert(box, { id: 'b', v: 1 });
        codes.push(await codeOf(tx.insert(box, { id: 'a', v: 1 })));
        codes.push(await codeOf(tx.select(box)));
      }),
    );
    return [...codes, whole === 'no error', (await database.select(box)).map(({ id }) => id)];
  });
  expect(told).toEqual(['23505', '25P02', false, ['a']]);
});

test('a circle of waits is broken: one is refused, the other goes on', async () => {
  const told = await answerOf(async (database, sleep) => {
    await fill(database, ['a', 'b']);
    const both = (first: string, second: string) =>
      codeOf(
        database.transaction(async (tx) => {
          await tx.update(box, { id: first }, { v: 2 });
          await sleep(60);
          await tx.update(box, { id: second }, { v: 2 });
        }),
      );
    return (await Promise.all([both('a', 'b'), sleep(20).then(() => both('b', 'a'))])).sort();
  });
  expect(told).toEqual(['40P01', 'no error']);
});

test('an insert or update changes the row that is there and keeps its number', async () => {
  const told = await answerOf(async (database) => {
    const first = await database.insert(box, { id: 'a', v: 1 }, { onConflict: 'do update' });
    const second = await database.insert(box, { id: 'a', v: 2 }, { onConflict: 'do update' });
    const third = await database.insert(box, { id: 'b', v: 3 });
    return [first.position, second.position, second.v, third.position];
  });
  expect(told, 'number 2 was taken by the insert that became an update').toEqual([1, 1, 2, 3]);
});

test('rows are found by comparison, in the order asked for', async () => {
  const told = await answerOf(async (database) => {
    for (const [id, v] of [
      ['a', 3],
      ['b', 1],
      ['c', 2],
    ] as const)
      await database.insert(box, { id, v });
    const ids = async (found: Promise<readonly { readonly id: string }[]>) =>
      (await found).map(({ id }) => id).join('');
    return [
      await ids(database.select(box, { v: { gt: 1 } }, { orderBy: 'v' })),
      await ids(database.select(box, { v: { gte: 1 } }, { orderBy: 'v' })),
      await ids(database.select(box, { v: { lt: 3 } }, { orderBy: 'v' })),
      await ids(database.select(box, { id: { in: ['a', 'b'] } }, { orderBy: 'v' })),
      await ids(database.select(box, { at: null }, { orderBy: 'v', descending: true, limit: 2 })),
      await database.delete(box, { v: { lte: 2 } }),
    ];
  });
  expect(told).toEqual(['ca', 'bca', 'bc', 'ba', 'ac', 2]);
});

test('a key of several columns is one key', async () => {
  const told = await answerOf(async (database) => {
    await database.insert(seats, { row: 1, seat: 'A', taken: false });
    await database.insert(seats, { row: 1, seat: 'B', taken: false });
    const again = await codeOf(database.insert(seats, { row: 1, seat: 'A', taken: true }));
    return [again, (await database.select(seats, { taken: false })).length];
  });
  expect(told).toEqual(['23505', 2]);
});

test('a statement after the end of its transaction is refused', async () => {
  const told = await answerOf(async (database, sleep) => {
    let late: Promise<string> | undefined;
    await database.transaction(async (tx) => {
      late = sleep(50).then(() => codeOf(tx.insert(box, { id: 'late', v: 1 })));
    });
    return [await late, (await database.select(box)).length];
  });
  expect(told).toEqual(['25P01', 0]);
});

test('rows that were given are there from the start, and numbered', async () => {
  const given = {
    box: [
      { id: 'a', v: 1 },
      { id: 'b', v: 2 },
    ],
  };
  const told = await answerOf((database) => database.select(box, {}, { orderBy: 'position' }), { given });
  expect(told).toEqual([
    { id: 'a', position: 1, v: 1, at: null },
    { id: 'b', position: 2, v: 2, at: null },
  ]);
});

async function fill(database: Database, ids: readonly string[]): Promise<void> {
  for (const id of ids) await database.insert(box, { id, v: 1 });
}

async function positions(database: Database): Promise<number[]> {
  return (await database.select(box, {}, { orderBy: 'position' })).map(({ position }) => position);
}

function relay(database: Database, sleep: (ms: number) => Promise<void>, limit: number, ms: number): Promise<string[]> {
  return database.transaction(async (tx) => {
    const rows = await tx.select(box, { at: null }, { orderBy: 'position', limit, lock: 'for update' });
    await sleep(ms);
    for (const { id } of rows) await tx.update(box, { id }, { at: PUBLISHED });
    return rows.map(({ id }) => id);
  });
}

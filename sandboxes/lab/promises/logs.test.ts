// Sources are named by their codes in content/sources.json.
import type { GroupOptions, Start } from 'lab';
import type { Trace } from 'lab/authoring';
import { expect, test } from 'vitest';
import { between, codeOf, entries, numberOf, type Setting, said, traceOf } from './playing.ts';

const early: GroupOptions = { group: 'g', from: 'earliest' };

// Source: K1.
test('records with one key share a partition, whoever publishes them', async () => {
  const writer: Start = async ({ broker }) => {
    for (const n of [1, 2, 3, 4, 5, 6, 7, 8, 9]) await broker.publish('orders', { n }, { key: `order ${n % 3}` });
  };
  const trace = await traceOf({ logs: { orders: 4 }, guests: { writer, other: writer } });
  const partitions = new Map<string | null, Set<number>>();
  for (const { key, partition } of entries(trace, 'appended'))
    partitions.set(key, (partitions.get(key) ?? new Set()).add(partition));
  expect([...partitions.values()].map(({ size }) => size)).toEqual([1, 1, 1]);
});

// Source: K1.
test('different keys are spread over the partitions', async () => {
  const trace = await traceOf({ logs: { orders: 4 }, guests: { writer: writing(40, (n) => `order ${n}`) } });
  expect(new Set(entries(trace, 'appended').map(({ partition }) => partition)).size).toBe(4);
});

// Source: the lab’s own: by turns, where Kafka’s sticky partitioner fills batches (K1).
test('records without a key go to the partitions by turns', async () => {
  const trace = await traceOf({ logs: { orders: 3 }, guests: { writer: writing(7) } });
  expect(entries(trace, 'appended').map(({ partition, key }) => [partition, key])).toEqual(
    [0, 1, 2, 0, 1, 2, 0].map((p) => [p, null]),
  );
});

// Source: K1.
test('offsets count from 0 in each partition, without gaps', async () => {
  const trace = await traceOf({ logs: { orders: 3 }, guests: { writer: writing(30, (n) => `order ${n % 7}`) } });
  for (const partition of [0, 1, 2]) {
    const offsets = entries(trace, 'appended', { partition }).map(({ offset }) => offset);
    expect(offsets).toEqual(offsets.map((_, i) => i));
  }
});

// Source: K1.
test('a group reads each partition in the order of its offsets, and is told where each record stood', async () => {
  const heard: { n: number; partition: number; offset: number; key: string | null; topic: string }[] = [];
  const reader: Start = ({ broker }) =>
    broker.subscribe<{ n: number }>('orders', early, ({ n }, meta) => {
      heard.push({ n, ...meta });
    });
  const trace = await traceOf({
    logs: { orders: 3 },
    guests: { writer: writing(20, (n) => `order ${n % 5}`), reader },
  });
  const appended = entries(trace, 'appended');
  expect(heard).toHaveLength(20);
  for (const { n, partition, offset, key, topic } of heard) {
    expect(topic).toBe('orders');
    expect(appended.find((entry) => entry.partition === partition && entry.offset === offset)).toMatchObject({
      key,
      body: { n },
    });
  }
  for (const partition of [0, 1, 2]) {
    const offsets = heard.filter((record) => record.partition === partition).map(({ offset }) => offset);
    expect(offsets).toEqual(offsets.map((_, i) => i));
  }
});

// Source: K1.
test('each group gets every record', async () => {
  const reading =
    (group: string): Start =>
    ({ broker }) =>
      broker.subscribe('orders', { group, from: 'earliest' }, () => {});
  const trace = await traceOf({
    logs: { orders: 2 },
    guests: { writer: writing(6), one: reading('one'), two: reading('two') },
  });
  expect(readBy(trace, { group: 'one' })).toEqual([1, 2, 3, 4, 5, 6]);
  expect(readBy(trace, { group: 'two' })).toEqual([1, 2, 3, 4, 5, 6]);
});

// Source: K1.
test('the members of a group share the partitions: each record is read by one of them', async () => {
  const trace = await traceOf({
    logs: { orders: 4 },
    guests: { reader: reading(early) },
    instances: { reader: 2 },
    play: publishing(12),
  });
  expect(readBy(trace)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  const assigned = entries(trace, 'assigned').slice(-2);
  expect(new Set(assigned.map(({ instance }) => instance)).size).toBe(2);
  expect(assigned.flatMap(({ partitions }) => partitions).sort()).toEqual([0, 1, 2, 3]);
});

// Source: K1.
test('a log keeps what was read: a group that comes later reads it from the beginning', async () => {
  const trace = await traceOf({
    logs: { orders: 1 },
    guests: { reader: reading(early), late: reading({ group: 'late', from: 'earliest' }) },
    play: async ({ operator, publisher, settled }) => {
      operator.stop('late');
      for (const n of [1, 2, 3]) await publisher.publish('orders', { n });
      await settled();
      await operator.start('late');
      await settled();
    },
  });
  expect(readBy(trace, { group: 'late' })).toEqual([1, 2, 3]);
});

// Source: K7.
test('a group without a committed offset begins with what comes next, unless it asks for the earliest', async () => {
  const play: Setting['play'] = async ({ publisher, operator, settled }) => {
    operator.stop('reader');
    for (const n of [1, 2]) await publisher.publish('orders', { n });
    await operator.start('reader');
    await publisher.publish('orders', { n: 3 });
    await settled();
  };
  const latest = await traceOf({ logs: { orders: 1 }, guests: { reader: reading({ group: 'g' }) }, play });
  expect(readBy(latest)).toEqual([3]);
  const earliest = await traceOf({ logs: { orders: 1 }, guests: { reader: reading(early) }, play });
  expect(readBy(earliest)).toEqual([1, 2, 3]);
});

test('without a committed offset, from is asked again at every start', async () => {
  const trace = await traceOf({
    logs: { orders: 1 },
    guests: { reader: reading({ group: 'g' }) },
    play: async ({ publisher, sleep, settled }) => {
      for (const n of [1, 2, 3]) {
        await publisher.publish('orders', { n });
        await sleep(n === 2 ? 200 : 50);
      }
      await settled();
    },
    schedule: 'crash-before@reader:offset:g:1',
  });
  expect(readBy(trace), 'it was about to commit the first, and was down when the second came').toEqual([1, 3]);
});

// Source: K1.
test('a group goes on where it committed, whatever from says', async () => {
  const trace = await traceOf({
    logs: { orders: 1 },
    guests: { reader: reading({ group: 'g' }) },
    play: async ({ publisher, operator, settled }) => {
      await publisher.publish('orders', { n: 1 });
      await settled();
      operator.stop('reader');
      await publisher.publish('orders', { n: 2 });
      await operator.start('reader');
      await settled();
    },
  });
  expect(readBy(trace)).toEqual([1, 2]);
});

test.each([
  ['before', [1, 1, 2]],
  ['after', [1, 2]],
])('a crash %s the commit of the offset: read %j', async (moment, expected) => {
  const schedule = `crash-${moment}@reader:offset:g:1`;
  const trace = await traceOf({
    logs: { orders: 1 },
    guests: { reader: reading(early) },
    play: publishing(2),
    schedule,
  });
  expect(readBy(trace)).toEqual(expected);
});

// Source: K1.
test('a throw holds its partition: the same record again, and only then the next', async () => {
  let left = 3;
  const reader: Start = ({ broker }) =>
    broker.subscribe<{ n: number }>('orders', early, ({ n }) => {
      if (n === 1 && left-- > 0) throw new Error('not now');
    });
  const trace = await traceOf({ logs: { orders: 2 }, guests: { reader }, play: publishing(4) });
  expect(readBy(trace, { partition: 0 })).toEqual([1, 1, 1, 1, 3]);
  expect(readBy(trace, { partition: 1 })).toEqual([2, 4]);
  const [first, again] = entries(trace, 'read', { partition: 0 });
  expect(between(first, again)).toBeGreaterThanOrEqual(100);
  const other = entries(trace, 'read', { partition: 1 }).at(-1);
  expect(other!.at, 'the other partition does not wait').toBeLessThan(again!.at);
});

test('a partition goes on only when the handler has returned', async () => {
  const reader: Start = ({ broker, mail }) =>
    broker.subscribe('orders', early, () => mail.send({ to: 'ada@example.com', subject: '', text: '' }));
  const trace = await traceOf({ logs: { orders: 1 }, guests: { reader }, play: publishing(2) });
  const order = trace.map(({ kind }) => kind).filter((kind) => ['read', 'mailed', 'offset committed'].includes(kind));
  expect(order).toEqual(['read', 'mailed', 'offset committed', 'read', 'mailed', 'offset committed']);
});

// Source: K1.
test('committed on delivery, a record is lost with the handler that had it', async () => {
  const reader: Start = ({ broker, mail }) =>
    broker.subscribe('orders', { ...early, commit: 'on delivery' }, () =>
      mail.send({ to: 'ada@example.com', subject: '', text: '' }),
    );
  const trace = await traceOf({
    logs: { orders: 1 },
    guests: { reader },
    play: publishing(2),
    schedule: 'crash-before@reader:mail:1',
  });
  expect(readBy(trace)).toEqual([1, 2]);
  expect(entries(trace, 'mailed')).toHaveLength(1);
});

// Source: K4.
test('when a member dies the others take over its partitions, from the last committed offset', async () => {
  const reader: Start = ({ broker, mail }) =>
    broker.subscribe('orders', early, () => mail.send({ to: 'ada@example.com', subject: '', text: '' }));
  const trace = await traceOf({
    logs: { orders: 2 },
    guests: { reader },
    instances: { reader: 2 },
    play: publishing(2),
    schedule: 'crash-after@reader-1:mail:1',
  });
  const crashed = entries(trace, 'crashed')[0]!;
  const taken = entries(trace, 'assigned').find(({ seq }) => seq > crashed.seq);
  expect(taken).toMatchObject({ instance: 2, partitions: [0, 1], at: crashed.at });
  expect(readBy(trace)).toEqual([1, 1, 2]);
});

// Source: K4.
test('who lost a partition is fenced: its offset is not committed, and the new owner reads the record again', async () => {
  const reader = `import { setTimeout as sleep } from 'node:timers/promises';
    export default ({ broker }) => broker.subscribe('orders', { group: 'g', from: 'earliest' }, async ({ n }, { partition }) => {
      console.log('begins', n);
      await sleep(400);
      console.log('ends', n);
    });`;
  const trace = await traceOf({
    logs: { orders: 2 },
    services: { one: reader, two: reader },
    play: async ({ operator, publisher, sleep, settled }) => {
      operator.stop('two');
      for (const n of [1, 2]) await publisher.publish('orders', { n });
      await sleep(100);
      await operator.start('two'); // takes one of the two partitions, while its record is being handled
      await settled();
    },
  });
  const moved = entries(trace, 'assigned')
    .filter(({ process }) => process === 'two')
    .at(-1)!.partitions[0]!;
  expect(said(trace, 'one').filter((line) => line.startsWith('ends'))).toEqual(['ends 1', 'ends 2']);
  expect(entries(trace, 'read', { partition: moved }).map(({ process }) => process)).toEqual(['one', 'two']);
  expect(entries(trace, 'offset committed', { partition: moved }).map(({ process }) => process)).toEqual(['two']);
  expect(entries(trace, 'offset committed', { partition: 1 - moved }).map(({ process }) => process)).toEqual(['one']);
});

test('each reader has a copy of the record of its own', async () => {
  const heard: number[] = [];
  const spoiling =
    (group: string): Start =>
    ({ broker }) =>
      broker.subscribe<{ n: number }>('orders', { group, from: 'earliest' }, (body) => {
        heard.push(body.n);
        body.n = 100;
        if (heard.length === 1) throw new Error('not now');
      });
  await traceOf({ logs: { orders: 1 }, guests: { one: spoiling('one'), two: spoiling('two') }, play: publishing(1) });
  expect(heard).toEqual([1, 1, 1]);
});

test('a group can only read what the deployment calls a log', async () => {
  const codes: string[] = [];
  const reader: Start = async ({ broker }) => {
    codes.push(await codeOf(broker.subscribe('order.created', early, () => {})));
  };
  await traceOf({ logs: { orders: 1 }, guests: { reader } });
  expect(codes[0]).toMatch(/order\.created is not a log/);
});

test('a broker that is down refuses what is published to a log as well', async () => {
  const codes: string[] = [];
  const writer: Start = ({ app, broker }) => {
    app.post('/', async ({ body }) => {
      codes.push(await codeOf(broker.publish('orders', body as object)));
      return { status: 200 };
    });
  };
  const trace = await traceOf({
    logs: { orders: 1 },
    guests: { reader: reading(early), writer },
    play: async ({ customer, operator, settled }) => {
      operator.stopBroker();
      await customer.post('http://writer/', { n: 1 });
      operator.startBroker();
      await customer.post('http://writer/', { n: 2 });
      await settled();
    },
  });
  expect(codes).toEqual(['ECONNREFUSED', 'no error']);
  expect(readBy(trace)).toEqual([2]);
});

function writing(count: number, keyOf?: (n: number) => string): Start {
  return async ({ broker }) => {
    for (let n = 1; n <= count; n++) await broker.publish('orders', { n }, keyOf ? { key: keyOf(n) } : {});
  };
}

function reading(from: GroupOptions): Start {
  return ({ broker }) => broker.subscribe('orders', from, () => {});
}

function publishing(count: number): NonNullable<Setting['play']> {
  return async ({ publisher, settled }) => {
    for (let n = 1; n <= count; n++) await publisher.publish('orders', { n });
    await settled();
  };
}

/** What was read, by the `n` of each record, sorted unless one partition is asked for. */
function readBy(trace: Trace, about: { readonly group?: string; readonly partition?: number } = {}): number[] {
  const bodies = new Map(
    entries(trace, 'appended').map(({ partition, offset, body }) => [`${partition}/${offset}`, Number(numberOf(body))]),
  );
  const read = entries(trace, 'read', about).map(({ partition, offset }) => bodies.get(`${partition}/${offset}`)!);
  return about.partition === undefined ? read.sort((a, b) => a - b) : read;
}

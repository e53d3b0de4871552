// Sources are named by their codes in content/sources.json.
import type { Platform } from 'lab';
import { expect, test } from 'vitest';
import { codeOf, deliveries, entries, type Setting, said, traceOf } from './playing.ts';

test.each([
  ['order.created', 'order.created', true],
  ['order.created', 'order.paid', false],
  ['order.*', 'order.created', true],
  ['order.*', 'order', false],
  ['order.*', 'order.line.added', false],
  ['*.created', 'order.created', true],
  ['*', 'order', true],
  ['*', 'order.created', false],
  ['order.#', 'order', true],
  ['order.#', 'order.created', true],
  ['order.#', 'order.line.added', true],
  ['order.#', 'orders.created', false],
  ['#', 'order.line.added', true],
  ['#.added', 'added', true],
  ['#.added', 'order.line.added', true],
  ['order.#.added', 'order.added', true],
  ['order.#.added', 'order.a.b.added', true],
  ['order.*.#', 'order', false],
  ['order.*.#', 'order.line', true],
  ['*.*', 'order.created', true],
  ['order.c*', 'order.created', false],
])('bound to %s, a queue gets what is published to %s: %s', async (pattern, topic, fits) => {
  const trace = await traceOf({
    guests: { reader: ({ broker }) => broker.subscribe(pattern, { queue: 'inbox' }, () => {}) },
    play: publishing([topic]),
  });
  expect(entries(trace, 'published')[0]?.to).toEqual(fits ? ['inbox'] : []);
  expect(deliveries(trace, 'inbox')).toEqual(fits ? [1] : []);
});

// Source: R5.
test('a queue gets one copy, however many of its patterns match', async () => {
  const trace = await traceOf({
    guests: {
      reader: async ({ broker }) => {
        await broker.subscribe(['order.created', 'order.*'], { queue: 'inbox' }, () => {});
        await broker.subscribe('#', { queue: 'inbox' }, () => {});
      },
    },
    play: publishing(['order.created']),
  });
  expect(deliveries(trace, 'inbox')).toEqual([1]);
});

// Source: R5.
test('each queue that is bound gets a copy of its own', async () => {
  const heard: unknown[] = [];
  const take = (queue: string) => (services: Platform) =>
    services.broker.subscribe<{ n: number; seen?: string }>('order.*', { queue }, (body) => {
      heard.push({ ...body });
      body.seen = queue;
    });
  const trace = await traceOf({ guests: { one: take('one'), two: take('two') }, play: publishing(['order.created']) });
  expect(entries(trace, 'published')[0]?.to).toEqual(['one', 'two']);
  expect(heard, 'what one reader did to its copy is not seen by the other').toEqual([{ n: 1 }, { n: 1 }]);
});

test('a message is a copy of what was published: later changes by the publisher do not reach it', async () => {
  const trace = await traceOf({
    guests: {
      reader: ({ broker }) => broker.subscribe('order.created', { queue: 'inbox' }, () => {}),
      writer: ({ app, broker }) => {
        app.post('/orders', async () => {
          const body = { n: 1 };
          const published = broker.publish('order.created', body);
          body.n = 2;
          await published;
          body.n = 3;
          return { status: 201 };
        });
      },
    },
    play: async ({ customer, settled }) => {
      await customer.post('http://writer/orders', {});
      await settled();
    },
  });
  expect(deliveries(trace, 'inbox')).toEqual([1]);
});

// Source: R3.
test('what nobody is bound to is confirmed all the same', async () => {
  const trace = await traceOf({
    guests: { writer: ({ broker }) => broker.publish('order.created', { n: 1 }) },
  });
  expect(entries(trace, 'published')[0]?.to).toEqual([]);
  expect(entries(trace, 'ready')).toHaveLength(1);
});

// Source: R5.
test('a queue gets nothing of what was published before it was bound', async () => {
  const trace = await traceOf({
    guests: {
      writer: async ({ broker }) => {
        await broker.publish('order.created', { n: 1 });
        await broker.subscribe('order.created', { queue: 'inbox' }, () => {});
        await broker.publish('order.created', { n: 2 });
      },
    },
  });
  expect(deliveries(trace, 'inbox')).toEqual([2]);
});

// Source: R1.
test('a queue keeps collecting while nobody takes from it', async () => {
  const trace = await traceOf({
    guests: { reader: ({ broker }) => broker.subscribe('order.created', { queue: 'inbox' }, () => {}) },
    play: async ({ operator, publisher, settled }) => {
      operator.stop('reader');
      for (const n of [1, 2, 3]) await publisher.publish('order.created', { n });
      await operator.start('reader');
      await settled();
    },
  });
  expect(deliveries(trace, 'inbox')).toEqual([1, 2, 3]);
});

// Source: R5.
test('a command reaches the one queue it was sent to, whatever topics there are', async () => {
  const trace = await traceOf({
    guests: {
      owner: ({ broker }) => broker.consume({ queue: 'commands' }, () => {}),
      other: ({ broker }) => broker.subscribe('#', { queue: 'everything' }, () => {}),
      sender: async ({ app, broker }) => {
        app.post('/', async () => {
          await broker.send('commands', { n: 1 });
          return { status: 202 };
        });
      },
    },
    play: async ({ customer, settled }) => {
      await customer.post('http://sender/', {});
      await settled();
    },
  });
  expect(deliveries(trace, 'commands')).toEqual([1]);
  expect(deliveries(trace, 'everything')).toEqual([]);
});

// Source: R5.
test('a queue that is only consumed is bound to no topic', async () => {
  const trace = await traceOf({
    guests: { owner: ({ broker }) => broker.consume({ queue: 'commands' }, () => {}) },
    play: publishing(['commands']),
  });
  expect(entries(trace, 'published')[0]?.to).toEqual([]);
});

// Source: R8.
test('a command to a queue that nobody declared is refused with NO_ROUTE', async () => {
  const codes: string[] = [];
  const sender = async ({ broker }: Platform) => {
    codes.push(await codeOf(broker.send('commands', { n: 1 })));
    await broker.consume({ queue: 'commands', deadLetter: 'dead' }, () => {});
    codes.push(await codeOf(broker.send('commands', { n: 2 })));
    codes.push(await codeOf(broker.send('dead', { n: 3 })));
  };
  const trace = await traceOf({ guests: { sender } });
  expect(codes, 'a dead letter queue is there along with it').toEqual(['NO_ROUTE', 'no error', 'no error']);
  expect(deliveries(trace, 'commands')).toEqual([2]);
});

test.each([
  ['the same way', {}, 'no error'],
  ['with other prefetch', { prefetch: 5 }, 'no error'],
  ['with other acknowledgement', { ack: 'on delivery' as const }, 'no error'],
  ['with the default limit in words', { deliveryLimit: 20 }, 'no error'],
  ['with another limit', { deliveryLimit: 3 }, '406'],
  ['with a dead letter queue', { deadLetter: 'dead' }, '406'],
])('a queue declared again %s answers: %s', async (_, options, expected) => {
  let code = '';
  await traceOf({
    guests: {
      reader: async ({ broker }) => {
        await broker.consume({ queue: 'inbox' }, () => {});
        code = await codeOf(broker.consume({ queue: 'inbox', ...options }, () => {}));
      },
    },
  });
  expect(code).toBe(expected);
});

// Source: R4.
test('a dead letter queue is declared by whoever takes from it first, and keeps what came before', async () => {
  const codes: string[] = [];
  const retries = { queue: 'retries', deliveryLimit: 1, deadLetter: 'dead' };
  const reader = async ({ broker }: Platform) => {
    const failing = () => Promise.reject(new Error('not now'));
    await broker.subscribe('order.created', { queue: 'inbox', deliveryLimit: 0, deadLetter: 'retries' }, failing);
    await broker.send('retries', { n: 0 });
    codes.push(await codeOf(broker.consume(retries, failing)));
    codes.push(await codeOf(broker.consume(retries, failing)));
    codes.push(await codeOf(broker.consume({ queue: 'retries' }, failing)));
  };
  const trace = await traceOf({ guests: { reader }, play: publishing(['order.created']) });
  expect(codes).toEqual(['no error', 'no error', '406']);
  expect(entries(trace, 'given up').map(({ queue, to }) => [queue, to])).toEqual([
    ['inbox', 'retries'],
    ['retries', 'dead'],
    ['retries', 'dead'],
  ]);
});

// Source: R1.
test('a queue refused with 406 gives the second consumer nothing', async () => {
  const trace = await traceOf({
    services: {
      reader: `export default async function start({ broker }) {
        await broker.subscribe('order.created', { queue: 'inbox' }, () => console.log('first'));
        await broker.subscribe('order.paid', { queue: 'inbox', deliveryLimit: 1 }, () => console.log('second')).catch(() => {});
      }`,
    },
    play: publishing(['order.created', 'order.created', 'order.paid']),
  });
  expect(said(trace, 'reader')).toEqual(['first', 'first']);
  expect(entries(trace, 'published')[2]?.to).toEqual([]);
});

/** Publishes to these topics, one after the other, bodies numbered from 1. */
function publishing(topics: readonly string[]): NonNullable<Setting['play']> {
  return async ({ publisher, settled }) => {
    for (const [i, topic] of topics.entries()) await publisher.publish(topic, { n: i + 1 });
    await settled();
  };
}

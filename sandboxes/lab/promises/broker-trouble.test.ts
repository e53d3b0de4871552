// Sources are named by their codes in content/sources.json.
import type { Start } from 'lab';
import { expect, test } from 'vitest';
import { codeOf, deliveries, entries, type Setting, traceOf } from './playing.ts';

const throwing: Start = ({ broker }) =>
  broker.subscribe('order.created', { queue: 'inbox', deliveryLimit: 2, deadLetter: 'dead' }, () => {
    throw new Error('never');
  });

// Source: R2.
test('beyond its delivery limit a message goes to the dead letter queue', async () => {
  const trace = await traceOf({ guests: { reader: throwing }, play: publishing(1) });
  expect(entries(trace, 'delivered').map(({ queue, deliveryCount }) => [queue, deliveryCount])).toEqual([
    ['inbox', 0],
    ['inbox', 1],
    ['inbox', 2],
  ]);
  expect(entries(trace, 'given up').map(({ queue, to }) => [queue, to])).toEqual([['inbox', 'dead']]);
});

// Source: R4.
test('who consumes the dead letter queue gets the message as it was published', async () => {
  const heard: unknown[] = [];
  const undertaker: Start = ({ broker }) =>
    broker.consume<{ n: number }>({ queue: 'dead' }, ({ n }, { topic, redelivered, deliveryCount }) => {
      heard.push([topic, n, redelivered, deliveryCount]);
    });
  await traceOf({ guests: { reader: throwing, undertaker }, play: publishing(2) });
  expect(heard).toEqual([
    ['order.created', 1, false, 0],
    ['order.created', 2, false, 0],
  ]);
});

// Source: R2.
test('without a dead letter queue a message is dropped beyond its limit, and the queue goes on', async () => {
  const reader: Start = ({ broker }) =>
    broker.subscribe<{ n: number }>('order.created', { queue: 'inbox', deliveryLimit: 1 }, ({ n }) => {
      if (n === 1) throw new Error('never');
    });
  const trace = await traceOf({ guests: { reader }, play: publishing(2) });
  expect(deliveries(trace, 'inbox')).toEqual([1, 2, 1]);
  expect(entries(trace, 'given up').map(({ to }) => to)).toEqual([null]);
  expect(entries(trace, 'acknowledged')).toHaveLength(1);
});

// Source: R2.
test('a message may come back twenty times unless the queue says otherwise', async () => {
  const reader: Start = ({ broker }) =>
    broker.subscribe('order.created', { queue: 'inbox' }, () => {
      throw new Error('never');
    });
  const trace = await traceOf({ guests: { reader }, play: publishing(1) });
  expect(deliveries(trace, 'inbox')).toHaveLength(21);
  expect(entries(trace, 'given up')).toHaveLength(1);
});

// Source: R2.
test('a lost connection counts towards the limit as well', async () => {
  const reader: Start = ({ broker }) =>
    broker.subscribe('order.created', { queue: 'inbox', deliveryLimit: 1 }, () => {});
  const trace = await traceOf({
    guests: { reader },
    play: publishing(1),
    schedule: 'crash-before@reader:ack:inbox:1,crash-before@reader:ack:inbox:2',
  });
  expect(deliveries(trace, 'inbox')).toEqual([1, 1]);
  expect(entries(trace, 'given up')).toHaveLength(1);
});

test.each([
  ['before', 0],
  ['after', 1],
])('a publish that fails %s it took effect is rejected, and reaches the queue %i times', async (moment, times) => {
  const codes: string[] = [];
  const trace = await traceOf({
    guests: { reader, writer },
    play: async ({ customer, settled }) => {
      for (const n of [1, 2]) codes.push(await published(customer, n));
      await settled();
    },
    schedule: `fail-${moment}@writer:publish:order.created:1`,
  });
  expect(codes[0]).not.toBe('no error');
  expect(codes[1]).toBe('no error');
  expect(deliveries(trace, 'inbox')).toEqual(times === 0 ? [2] : [1, 2]);
});

test('a broker that is down refuses what is published, and keeps what it had', async () => {
  const codes: string[] = [];
  const trace = await traceOf({
    guests: { reader, writer },
    play: async ({ customer, operator, settled }) => {
      operator.stop('reader');
      codes.push(await published(customer, 1));
      operator.stopBroker();
      codes.push(await published(customer, 2));
      operator.startBroker();
      codes.push(await published(customer, 3));
      await operator.start('reader');
      await settled();
    },
  });
  expect(codes).toEqual(['no error', 'ECONNREFUSED', 'no error']);
  expect(deliveries(trace, 'inbox')).toEqual([1, 3]);
  expect(entries(trace, 'broker').map(({ state }) => state)).toEqual(['down', 'up']);
});

test('nothing is delivered while the broker is down, and consumers go on by themselves afterwards', async () => {
  const slow: Start = ({ broker, mail }) =>
    broker.subscribe<{ n: number }>('order.created', { queue: 'inbox' }, ({ n }) =>
      mail.send({ to: 'ada@example.com', subject: String(n), text: '' }),
    );
  const trace = await traceOf({
    guests: { reader: slow },
    play: async ({ operator, publisher, sleep, settled }) => {
      await Promise.all([1, 2, 3].map((n) => publisher.publish('order.created', { n })));
      await sleep(20); // in the middle of the first mail
      operator.stopBroker();
      await sleep(500);
      operator.startBroker();
      await settled();
    },
  });
  expect(deliveries(trace, 'inbox'), 'the connection was lost before the first was acknowledged').toEqual([1, 1, 2, 3]);
  expect(entries(trace, 'delivered').map(({ deliveryCount }) => deliveryCount)).toEqual([0, 1, 0, 0]);
  const [down, up] = entries(trace, 'broker');
  const meanwhile = trace.slice(down!.seq + 1, up!.seq).map(({ kind }) => kind);
  expect(meanwhile).not.toContain('delivered');
  expect(meanwhile).not.toContain('acknowledged');
});

const reader: Start = ({ broker }) => broker.subscribe('order.created', { queue: 'inbox' }, () => {});

/** Answers with the code of what it published. */
const writer: Start = ({ app, broker }) => {
  app.post('/', async ({ body }) => ({
    status: 200,
    body: { code: await codeOf(broker.publish('order.created', body as object)) },
  }));
};

async function published(
  customer: Parameters<NonNullable<Setting['play']>>[0]['customer'],
  n: number,
): Promise<string> {
  return String((await customer.post('http://writer/', { n }))?.body.code);
}

function publishing(count: number): NonNullable<Setting['play']> {
  return async ({ publisher, settled }) => {
    await Promise.all(Array.from({ length: count }, (_, i) => publisher.publish('order.created', { n: i + 1 })));
    await settled();
  };
}

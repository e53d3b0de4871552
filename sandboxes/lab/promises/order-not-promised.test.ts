import type { Start } from 'lab';
import { expect, test } from 'vitest';
import { deliveries, entries, numberOf, type Setting, traceOf } from './playing.ts';

// Where order is not promised it is really broken, or nobody would learn to do without it. Beside these: a throw, a delay
// and a lost connection, which are promises of delivery.

test('with prefetch 2, a quick message overtakes a slow one', async () => {
  const trace = await traceOf({ services: { reader: slowAtFirst('prefetch: 2') }, play: publishing(2) });
  expect(deliveries(trace, 'inbox')).toEqual([1, 2]);
  expect(finished(trace)).toEqual([2, 1]);
});

test('with two instances, a quick message overtakes a slow one', async () => {
  const setting = { services: { reader: slowAtFirst('prefetch: 1') }, instances: { reader: 2 } };
  expect(finished(await traceOf({ ...setting, play: publishing(2) }))).toEqual([2, 1]);
});

test('a handler that is not awaited gives up the order that prefetch 1 would keep', async () => {
  const reader = `import { setTimeout as sleep } from 'node:timers/promises';
    export default ({ broker, mail }) => broker.subscribe('order.created', { queue: 'inbox' }, ({ n }) => {
      void sleep(n === 1 ? 100 : 1).then(() => mail.send({ to: 'ada@example.com', subject: String(n), text: '' }));
    });`;
  const trace = await traceOf({ services: { reader }, play: publishing(2) });
  expect(entries(trace, 'mailed').map(({ subject }) => subject)).toEqual(['2', '1']);
});

test('two queues keep no order between them', async () => {
  const reading =
    (queue: string, steps: number): Start =>
    ({ broker, mail }) =>
      broker.subscribe<{ n: number }>('order.created', { queue }, async ({ n }) => {
        for (let step = 0; step < steps; step++) await mail.send({ to: queue, subject: String(n), text: '' });
      });
  const trace = await traceOf({
    guests: { slow: reading('slow', 5), quick: reading('quick', 1) },
    play: publishing(2),
  });
  const acknowledged = entries(trace, 'acknowledged').map(({ queue, message }) => `${message} ${queue}`);
  expect(acknowledged.indexOf('2 quick')).toBeLessThan(acknowledged.indexOf('1 slow'));
});

test('two partitions of a log keep no order between them', async () => {
  const reader: Start = ({ broker, mail }) =>
    broker.subscribe<{ n: number }>('orders', { group: 'g', from: 'earliest' }, async ({ n }, { partition }) => {
      for (let step = 0; step < (partition === 0 ? 5 : 1); step++)
        await mail.send({ to: 'x', subject: String(n), text: '' });
    });
  const play: Setting['play'] = async ({ publisher, settled }) => {
    for (let n = 1; n <= 4; n++) await publisher.publish('orders', { n });
    await settled();
  };
  const trace = await traceOf({ logs: { orders: 2 }, guests: { reader }, play });
  const bodies = new Map(entries(trace, 'appended').map(({ message, body }) => [message, numberOf(body)]));
  expect(entries(trace, 'read').map(({ message }) => bodies.get(message))).toEqual([1, 2, 4, 3]);
});

test('a publisher that does not wait for its confirm can be overtaken by itself', async () => {
  const writer: Start = ({ app, broker }) => {
    app.post('/', async () => {
      await Promise.all([1, 2].map((n) => broker.publish('order.created', { n })));
      return { status: 200 };
    });
  };
  const reader: Start = ({ broker }) => broker.subscribe('order.created', { queue: 'inbox' }, () => {});
  const trace = await traceOf({
    guests: { writer, reader },
    play: async ({ customer, settled }) => {
      await customer.post('http://writer/', {});
      await settled();
    },
    schedule: 'delay-50@writer:publish:order.created:1',
  });
  expect(deliveries(trace, 'inbox')).toEqual([2, 1]);
});

function slowAtFirst(options: string): string {
  return `import { setTimeout as sleep } from 'node:timers/promises';
    export default ({ broker }) => broker.subscribe('order.created', { queue: 'inbox', ${options} }, ({ n }) => sleep(n === 1 ? 100 : 1));`;
}

/** The messages in the order in which their handlers were done. */
function finished(trace: Awaited<ReturnType<typeof traceOf>>): unknown[] {
  const bodies = new Map(entries(trace, 'published').map(({ message, body }) => [message, numberOf(body)]));
  return entries(trace, 'acknowledged').map(({ message }) => bodies.get(message));
}

function publishing(count: number): NonNullable<Setting['play']> {
  return async ({ publisher, settled }) => {
    await Promise.all(Array.from({ length: count }, (_, i) => publisher.publish('order.created', { n: i + 1 })));
    await settled();
  };
}

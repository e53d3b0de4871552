// Sources are named by their codes in content/sources.json.
import type { QueueOptions, Start } from 'lab';
import type { Trace } from 'lab/authoring';
import { expect, test } from 'vitest';
import { between, deliveries, entries, type Setting, said, traceOf } from './playing.ts';

const inbox: QueueOptions = { queue: 'inbox' };

// Source: R1.
test('with one consumer and nothing coming back, a queue is first in, first out', async () => {
  const trace = await traceOf({ guests: { reader: reading(inbox) }, play: publishing(8) });
  expect(deliveries(trace, 'inbox')).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});

test.each([
  ['one by default', undefined, 1],
  ['three when asked for', 3, 3],
  ['all of eight when asked for more', 20, 8],
])('a consumer holds as many unacknowledged messages as its prefetch: %s', async (_, prefetch, most) => {
  const reader = reading({ ...inbox, ...(prefetch === undefined ? {} : { prefetch }) }, slowly);
  expect(mostHeld(await traceOf({ guests: { reader }, play: publishing(8) }))).toBe(most);
});

// Source: R6.
test('prefetch counts for each consumer, not for the queue', async () => {
  const setting = { guests: { reader: reading({ ...inbox, prefetch: 2 }, slowly) }, instances: { reader: 3 } };
  expect(mostHeld(await traceOf({ ...setting, play: publishing(12) }))).toBe(6);
});

// Source: R1.
test('consumers of one queue share its messages: each message goes to one of them', async () => {
  const trace = await traceOf({
    guests: { reader: reading(inbox, slowly) },
    instances: { reader: 2 },
    play: publishing(8),
  });
  expect([...deliveries(trace, 'inbox')].sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(new Set(entries(trace, 'delivered').map(({ instance }) => instance))).toEqual(new Set([1, 2]));
});

// Source: R3.
test('a message is acknowledged when the handler has returned, not before', async () => {
  const trace = await traceOf({ guests: { reader: reading(inbox, slowly) }, play: publishing(1) });
  const [mailed, acknowledged] = [entries(trace, 'mailed')[0], entries(trace, 'acknowledged')[0]];
  expect(acknowledged!.seq).toBeGreaterThan(mailed!.seq);
});

// Source: R3.
test('what a lost connection gives back comes again at once, at the head', async () => {
  const trace = await traceOf({
    guests: { reader: reading(inbox) },
    play: publishing(3),
    schedule: 'crash-before@reader:ack:inbox:1',
  });
  expect(deliveries(trace, 'inbox')).toEqual([1, 1, 2, 3]);
  const [first, again] = entries(trace, 'delivered');
  expect([first?.deliveryCount, again?.deliveryCount]).toEqual([0, 1]);
  const [crashed, returned] = [entries(trace, 'crashed')[0], entries(trace, 'returned')[0]];
  expect(between(crashed, returned), 'the broker notices at once').toBe(0);
});

// Source: R3.
test('several messages that a lost connection gives back keep their order, ahead of the others', async () => {
  const trace = await traceOf({
    guests: { reader: reading({ ...inbox, prefetch: 3 }, slowly) },
    play: publishing(5),
    schedule: 'crash-before@reader:mail:1',
  });
  expect(deliveries(trace, 'inbox')).toEqual([1, 2, 3, 1, 2, 3, 4, 5]);
});

// Source: R3.
test('another consumer takes over what a lost connection gave back', async () => {
  const trace = await traceOf({
    guests: { reader: reading(inbox, slowly) },
    instances: { reader: 2 },
    play: publishing(2),
    schedule: 'crash-after@reader-1:mail:1',
  });
  expect(entries(trace, 'delivered').map(({ instance, deliveryCount }) => [instance, deliveryCount])).toEqual([
    [1, 0],
    [2, 0],
    [2, 1],
  ]);
});

test('a crash just after the acknowledgement gives nothing back', async () => {
  const trace = await traceOf({
    guests: { reader: reading(inbox) },
    play: publishing(2),
    schedule: 'crash-after@reader:ack:inbox:1',
  });
  expect(deliveries(trace, 'inbox')).toEqual([1, 2]);
  const [first] = entries(trace, 'acknowledged');
  expect(entries(trace, 'returned').map(({ message }) => message)).not.toContain(first!.message);
});

// Source: the lab’s own: a pause that grows, as delayed retries of RabbitMQ 4.3 allow (R12).
test('what a handler throws back comes again after 100 ms times the count, and others pass it meanwhile', async () => {
  let left = 3;
  const reader = reading(inbox, ({ n }) => {
    if (n === 1 && left-- > 0) throw new Error('not now');
  });
  const trace = await traceOf({ guests: { reader }, play: publishing(3) });
  expect(deliveries(trace, 'inbox')).toEqual([1, 2, 3, 1, 1, 1]);
  const returned = entries(trace, 'returned');
  const again = entries(trace, 'delivered').filter(({ deliveryCount }) => deliveryCount > 0);
  expect(again.map(({ deliveryCount }) => deliveryCount)).toEqual([1, 2, 3]);
  const waitsMs = again.map((entry, i) => between(returned[i], entry));
  expect(
    waitsMs.map((ms) => Math.floor(ms / 10) * 10),
    'the rest is the way to the consumer',
  ).toEqual([100, 200, 300]);
});

// Source: R3.
test('what comes back after a throw comes back at the head', async () => {
  let isFirst = true;
  const reader = reading(inbox, async (body, services) => {
    const throws = isFirst;
    isFirst = false;
    if (throws) throw new Error('not now');
    await slowly(body, services);
  });
  const trace = await traceOf({ guests: { reader }, play: publishing(6) });
  const order = deliveries(trace, 'inbox');
  expect(order.slice(0, 2)).toEqual([1, 2]);
  expect(order.indexOf(1, 1), 'ahead of what had waited all the time').toBeLessThan(order.indexOf(6));
});

// Source: R9.
test('redelivered is told of a copy that came back, and of no other', async () => {
  let isFirst = true;
  const heard: unknown[] = [];
  const reader: Start = ({ broker }) =>
    broker.subscribe<{ n: number }>('order.created', inbox, ({ n }, { topic, redelivered, deliveryCount }) => {
      heard.push([topic, n, redelivered, deliveryCount]);
      const throws = isFirst;
      isFirst = false;
      if (throws) throw new Error('not now');
    });
  await traceOf({ guests: { reader }, play: publishing(2) });
  expect(heard).toEqual([
    ['order.created', 1, false, 0],
    ['order.created', 2, false, 0],
    ['order.created', 1, true, 1],
  ]);
});

// Source: R9.
test('a second copy of a message is a new message: redelivered is false', async () => {
  const heard: unknown[] = [];
  const reader: Start = ({ broker }) =>
    broker.subscribe<{ n: number }>('order.created', inbox, ({ n }, { redelivered, deliveryCount }) => {
      heard.push([n, redelivered, deliveryCount]);
    });
  await traceOf({ guests: { reader }, play: publishing(2), schedule: 'duplicate-300@broker:deliver:inbox:1' });
  expect(heard).toEqual([
    [1, false, 0],
    [2, false, 0],
    [1, false, 0],
  ]);
});

test('a late delivery lets later ones pass', async () => {
  const setting: Setting = { guests: { reader: reading(inbox) }, play: publishing(3) };
  const trace = await traceOf({ ...setting, schedule: 'delay-300@broker:deliver:inbox:1' });
  expect(deliveries(trace, 'inbox')).toEqual([2, 3, 1]);
});

test('a body that a handler changed comes again unchanged', async () => {
  const heard: number[] = [];
  const reader: Start = ({ broker }) =>
    broker.subscribe<{ n: number }>('order.created', inbox, (body) => {
      heard.push(body.n);
      body.n = 100;
      if (heard.length === 1) throw new Error('not now');
    });
  await traceOf({ guests: { reader }, play: publishing(1) });
  expect(heard).toEqual([1, 1]);
});

// Source: R3.
test('acknowledged on delivery, a message is lost with the handler that had it', async () => {
  const onDelivery: QueueOptions = { ...inbox, ack: 'on delivery' };
  const crash = await traceOf({
    guests: { reader: reading(onDelivery, slowly) },
    play: publishing(1),
    schedule: 'crash-before@reader:mail:1',
  });
  expect(deliveries(crash, 'inbox')).toEqual([1]);
  const failing = reading(onDelivery, () => {
    throw new Error('not now');
  });
  const thrown = await traceOf({ guests: { reader: failing }, play: publishing(2) });
  expect(deliveries(thrown, 'inbox')).toEqual([1, 2]);
  expect(entries(thrown, 'returned')).toEqual([]);
});

test('a message is held no longer than its handler needs: one that never returns holds it for ever', async () => {
  const reader = `export default ({ broker }) => broker.subscribe('order.created', { queue: 'inbox' }, async ({ n }) => {
    console.log(n);
    if (n === 2) await new Promise(() => {});
  });`;
  const trace = await traceOf({ services: { reader }, play: publishing(3) });
  expect(said(trace, 'reader')).toEqual(['1', '2']);
  expect(entries(trace, 'acknowledged')).toHaveLength(1);
});

type Handle = (body: { readonly n: number }, services: Parameters<Start>[0]) => void | Promise<void>;

function reading(from: QueueOptions, handle: Handle = () => {}): Start {
  return (services) =>
    services.broker.subscribe<{ n: number }>('order.created', from, (body) => handle(body, services));
}

/** A guest has no clock; sending a mail takes its time. */
const slowly: Handle = ({ n }, { mail }) => mail.send({ to: 'ada@example.com', subject: String(n), text: '' });

/** Publishes so many messages at once, numbered from 1. */
function publishing(count: number): NonNullable<Setting['play']> {
  return async ({ publisher, settled }) => {
    await Promise.all(Array.from({ length: count }, (_, i) => publisher.publish('order.created', { n: i + 1 })));
    await settled();
  };
}

function mostHeld(trace: Trace): number {
  let held = 0;
  let most = 0;
  for (const { kind } of trace) {
    if (kind === 'delivered') held++;
    if (kind === 'acknowledged' || kind === 'returned') held--;
    most = Math.max(most, held);
  }
  return most;
}

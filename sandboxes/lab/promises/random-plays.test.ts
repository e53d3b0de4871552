import fc from 'fast-check';
import type { Kind, Played } from 'lab/authoring';
import { describe, expect, test } from 'vitest';
import { orderedQueues, queuesOutOfOrder, readsOutOfOrder } from './broken-order.ts';
import { ghosts } from './ghosts.ts';
import { inventedMessages } from './invented-messages.ts';
import { lostMessages } from './lost-messages.ts';
import { PROCESSES, QUEUES, SHARED_ROWS, type Task, TOPICS } from './mixed-program.ts';
import { consumersOf, givenRows, playIn, tasksOf, type Weather } from './random-weather.ts';
import { rowsNotAsCommitted } from './rows-as-committed.ts';

const count = fc.integer({ min: 1, max: 5 });
const ms = fc.constantFrom(0, 1, 5, 30, 120);
const handles = fc.record({
  latencyMs: ms,
  throwsEvery: fc.constantFrom(0, 0, 0, 1, 2, 3),
  hangsAt: fc.constantFrom(0, 0, 0, 0, 0, 2),
  with: fc.constantFrom('nothing', 'nothing', 'mail', 'row', 'message'),
});

const targets = fc.constantFrom(
  ...TOPICS.flatMap((to) => [{ by: 'topic', to } as const, { by: 'outbox', to } as const]),
  ...(['journal', 'journal', 'feed'] as const).map((to) => ({ by: 'log', to }) as const),
  { by: 'command', to: 'commands' } as const,
);
const publishes = fc
  .tuple(targets, count, ms)
  .map(([target, times, everyMs]) => ({ does: 'publish' as const, ...target, count: times, everyMs }));

const task: fc.Arbitrary<Task> = fc.oneof(
  { weight: 4, arbitrary: publishes },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constant('relay'), everyMs: fc.constantFrom(20, 50), lock: fc.boolean() }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('consume'),
      queue: fc.nat(QUEUES.length - 1),
      prefetch: fc.constantFrom(1, 1, 2, 5),
      ack: fc.constantFrom('after handler', 'after handler', 'after handler', 'on delivery'),
      handles,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('read'),
      log: fc.constantFrom('journal', 'journal', 'feed'),
      group: fc.constantFrom('g', 'h'),
      from: fc.constantFrom('earliest', 'earliest', 'latest'),
      commit: fc.constantFrom('after handler', 'after handler', 'on delivery'),
      handles: handles.map((handling) => ({
        ...handling,
        throwsEvery: handling.throwsEvery === 1 ? 2 : handling.throwsEvery,
      })),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('transact'),
      count,
      everyMs: ms,
      rows: fc.shuffledSubarray([...SHARED_ROWS]),
      pauseMs: fc.constantFrom(0, 0, 10, 60),
      ends: fc.constantFrom('well', 'well', 'throws', 'conflicts', 'conflicts and goes on', 'deletes'),
    }),
  },
);

/** A process takes from a queue once: so a trace shows which of its handlers had a message. */
const tasks = fc.uniqueArray(task, {
  minLength: 1,
  maxLength: 4,
  comparator: (a, b) => a.does === 'consume' && b.does === 'consume' && a.queue === b.queue,
});

/** Some programs have one consumer that takes what it gets: there, order is promised. */
const steadyTasks = fc.tuple(
  fc.array(
    fc.record({
      does: fc.constant('publish' as const),
      by: fc.constant('topic' as const),
      to: fc.constantFrom('order.created', 'order.paid'),
      count,
      everyMs: ms,
    }),
    { minLength: 2, maxLength: 3 },
  ),
  fc.tuple(
    fc.record({
      does: fc.constant('consume' as const),
      queue: fc.constantFrom(0, 1),
      prefetch: fc.constant(1),
      ack: fc.constantFrom('after handler' as const, 'on delivery' as const),
      handles: handles.map((handling) => ({ ...handling, throwsEvery: 0, hangsAt: 0 })),
    }),
  ),
);

const weather: fc.Arbitrary<Weather> = fc.record({
  tasks: fc.oneof(
    { weight: 5, arbitrary: fc.array(tasks, { minLength: 2, maxLength: PROCESSES.length }) },
    { weight: 2, arbitrary: steadyTasks },
  ),
  instances: fc.array(fc.constantFrom(1, 1, 1, 2), { maxLength: PROCESSES.length }),
  operations: fc.array(
    fc.record({
      waitMs: fc.integer({ min: 0, max: 250 }),
      act: fc.constantFrom('stop', 'start', 'stop broker', 'start broker'),
      process: fc.constantFrom(...PROCESSES),
    }),
    { maxLength: 4 },
  ),
  faults: fc.array(
    fc.oneof(
      fc.record({
        kind: fc.constantFrom('crash', 'crash', 'fail'),
        moment: fc.constantFrom('before', 'after'),
        point: fc.nat(10_000),
      }),
      fc.record({
        kind: fc.constantFrom('delay', 'duplicate'),
        byMs: fc.constantFrom(0, 40, 300, 2_000),
        point: fc.nat(10_000),
      }),
    ),
    { maxLength: 4 },
  ),
});

const RUNS = { seed: 20260105, numRuns: 250 };

const KINDS: readonly Kind[] = [
  ...(['crashed', 'broker', 'mailed', 'published', 'delivered', 'acknowledged', 'returned', 'given up'] as const),
  ...(['appended', 'assigned', 'read', 'offset committed'] as const),
  ...(['began', 'wrote', 'waited', 'committed', 'rolled back'] as const),
];
const FAULTS = ['crash before', 'crash after', 'fail before', 'fail after', 'delay', 'duplicate'];

/** The same seed gives every test the same weathers: each is played once, and looked at by all. */
const plays = new Map<string, Promise<Played>>();

function playedIn(one: Weather): Promise<Played> {
  const key = JSON.stringify(one);
  const played = plays.get(key) ?? playIn(one);
  plays.set(key, played);
  return played;
}

function inEveryWeather(complaintsOf: (played: Played, weather: Weather) => readonly string[]): Promise<void> {
  const property = fc.asyncProperty(weather, async (one) => {
    expect(complaintsOf(await playedIn(one), one)).toEqual([]);
  });
  return fc.assert(property, RUNS);
}

describe('in random programs, under random faults and operations', { timeout: 60_000 }, () => {
  test('everything comes to rest', () => inEveryWeather(({ ended }) => (ended === 'returned' ? [] : [ended])));

  test('no message that the broker accepted is lost', () =>
    inEveryWeather((played, one) => lostMessages(played, consumersOf(one))));

  test('no message is invented', () => inEveryWeather((played) => inventedMessages(played)));

  test('a queue keeps its order where that is promised', () =>
    inEveryWeather((played, one) => queuesOutOfOrder(played, consumersOf(one))));

  test('a partition is read by its offsets', () =>
    inEveryWeather((played, one) => readsOutOfOrder(played, (group, process) => beginsEarliest(one, group, process))));

  test('what is committed stays, and what is not leaves nothing', () =>
    inEveryWeather((played) => rowsNotAsCommitted(played, givenRows)));

  test('a crashed process does nothing any more', () => inEveryWeather((played) => ghosts(played)));

  test('the same schedule gives the same trace', () =>
    fc.assert(
      fc.asyncProperty(weather, async (one) => {
        const [first, again] = [await playedIn(one), await playIn(one)];
        expect(JSON.stringify(again.trace)).toBe(JSON.stringify(first.trace));
      }),
      RUNS,
    ));
});

test('these programs and schedules reach everything that promises are made about', async () => {
  const reached = new Map<string, number>();
  const reach = (what: string) => reached.set(what, (reached.get(what) ?? 0) + 1);
  for (const one of fc.sample(weather, RUNS)) {
    const { trace } = await playedIn(one);
    for (const entry of trace) {
      reach(entry.kind);
      if (entry.kind === 'struck')
        reach('moment' in entry.fault ? `${entry.fault.kind} ${entry.fault.moment}` : entry.fault.kind);
    }
    if (orderedQueues(trace, consumersOf(one)).length > 0) reach('order promised in a queue');
  }
  const seldom = [...KINDS, ...FAULTS, 'order promised in a queue'].filter((what) => (reached.get(what) ?? 0) < 20);
  expect(seldom).toEqual([]);
});

function beginsEarliest(weather: Weather, group: string, process: string): boolean {
  return tasksOf(weather, process).every(
    (task) => task.does !== 'read' || task.group !== group || task.from === 'earliest',
  );
}

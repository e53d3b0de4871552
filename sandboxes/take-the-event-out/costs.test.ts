import { type Entry, play, type Scenario, type Trace } from 'lab/authoring';
import { compile } from 'lab/compile';
import { describe, expect, test } from 'vitest';
import { readExercise } from '../catalogue.ts';
import { programNamed, withSettings } from '../program-named.ts';
import { costsOf } from './costs.ts';
import { alone } from './demonstrations/alone.ts';
import { DOWNS, fiveWays, oneOrder, type Readers, WAYS } from './demonstrations/five-ways.ts';
import { ada } from './scenarios.ts';

const entry = await readExercise(new URL('.', import.meta.url).pathname.replace(/\/$/, ''));

async function traceOf(program: 'starter' | 'solution', scenario: Scenario): Promise<Trace> {
  const files = programNamed(entry, program);
  const played = await play(compile(new Map(files.map(({ path, text }) => [path, text]))), scenario, []);
  return played.trace;
}

const costsOfWay = async (...choice: Parameters<typeof oneOrder>) => costsOf(await traceOfWay(...choice));

async function saidOf(...choice: Parameters<typeof oneOrder>): Promise<string> {
  const [way, readers, down] = choice;
  return fiveWays.reads(await traceOfWay(...choice), { way, readers: String(readers), down });
}

async function traceOfWay(...choice: Parameters<typeof oneOrder>): Promise<Trace> {
  const showing = oneOrder(...choice);
  const files = withSettings(programNamed(entry, showing.program), showing.settings);
  const { trace } = await play(compile(new Map(files.map(({ path, text }) => [path, text]))), showing.scenario, []);
  return trace;
}

const adaOrders: Scenario = {
  ...alone,
  id: 'ada-orders',
  play: async ({ customer, settled }) => {
    await customer.post('http://orders/orders', ada);
    await settled();
  },
};

describe('what an answer needs', () => {
  test('asked over events: the one who answers, and the broker between them', async () => {
    const { answerNeeds } = costsOf(await traceOf('starter', adaOrders));
    expect(answerNeeds).toEqual(['orders', 'pricing', 'the broker', 'the database']);
  });

  test('asked by a call: the one who answers, and nobody between', async () => {
    const { answerNeeds } = costsOf(await traceOf('solution', adaOrders));
    expect(answerNeeds).toEqual(['orders', 'pricing', 'the database']);
  });

  test('whoever reacts later is not waited for, although all have to be up some time', async () => {
    const costs = await costsOfWay('topic', 3, 'nothing');
    expect(costs.answerNeeds).toEqual(['orders', 'the database']);
    expect(costs.pointsOfFailure).toEqual([
      'analytics',
      'invoicing',
      'orders',
      'relay',
      'stock',
      'the broker',
      'the database',
    ]);
  });

  test('one that was called and did not answer was needed', async () => {
    const costs = await costsOfWay('call', 1, 'reader');
    expect(costs.answerNeeds).toContain('invoicing');
    expect(costs.pointsOfFailure).toContain('invoicing');
  });

  test('another’s work in the same moment is not the answer’s', () => {
    const who = { instance: 1, life: 1 };
    const trace: Trace = numbered([
      { kind: 'called', call: 1, from: 'customer', to: 'orders', method: 'POST', path: '/', body: {} },
      {
        kind: 'published',
        message: 1,
        topic: 'x',
        body: {},
        to: [],
        process: 'relay',
        point: 'relay:publish:x:1',
        ...who,
      },
      { kind: 'answered', call: 1, status: 201, body: {}, process: 'orders', point: 'orders:answer:1', ...who },
    ]);
    expect(costsOf(trace).answerNeeds).toEqual(['orders']);
  });
});

describe('window, messages and steps', () => {
  test('a call has no window, and a message each way for everybody it asks', async () => {
    const [one, three] = [await costsOfWay('call', 1, 'nothing'), await costsOfWay('call', 3, 'nothing')];
    expect([one.windowMs, one.messages]).toEqual([0, 2]);
    expect([three.windowMs, three.messages]).toEqual([0, 6]);
  });

  test('a job row has a window and no message', async () => {
    const costs = await costsOfWay('job row', 1, 'nothing');
    expect(costs.messages).toBe(0);
    expect(costs.windowMs).toBeGreaterThan(0);
  });

  test('a queue for each costs a message more for each of three than a topic for all', async () => {
    const [queue, topic] = [await costsOfWay('queue', 3, 'nothing'), await costsOfWay('topic', 3, 'nothing')];
    expect(queue.messages - topic.messages).toBe(2);
    expect(queue.steps).toBeGreaterThan(topic.steps);
  });

  test('what is down opens the window for as long', async () => {
    expect((await costsOfWay('log', 1, 'broker')).windowMs).toBeGreaterThan(1_000);
    expect((await costsOfWay('job row', 1, 'broker')).windowMs).toBeLessThan(100);
  });

  test.each(WAYS)('with nobody to react there is no window, by %s, also while the broker is down', async (way) => {
    for (const down of ['nothing', 'broker'] as const) {
      const says = await saidOf(way, 0, down);
      expect(says).toContain('There was nobody to react, so there is no window.');
      expect(says).not.toContain('Window:');
    }
  });

  test('a refusal says what an order would have needed, which is what a calm one needs', async () => {
    expect(await saidOf('call', 1, 'reader')).toContain('an order would have needed 3.');
    expect(await saidOf('call', 1, 'nothing')).toContain('in all, 3 had to be up.');
    expect(await saidOf('call', 3, 'reader')).toContain('an order would have needed 5.');
    expect(await saidOf('call', 3, 'nothing')).toContain('in all, 5 had to be up.');
  });

  test('the same choice costs the same each time', async () => {
    for (const way of WAYS)
      for (const down of DOWNS)
        for (const readers of [0, 1] as readonly Readers[])
          expect(await costsOfWay(way, readers, down)).toEqual(await costsOfWay(way, readers, down));
  });

  test('a trace without a request costs nothing', () => {
    expect(costsOf([])).toEqual({
      answerNeeds: [],
      atWorkMeanwhile: [],
      pointsOfFailure: [],
      windowMs: 0,
      messages: 0,
      steps: 0,
    });
  });
});

function numbered(entries: readonly object[]): Trace {
  return entries.map((each, seq) => ({ seq, at: seq, ...each }) as Entry);
}

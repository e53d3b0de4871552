import { type Check, explore, type Fault, type Program, passed, type Scenario } from 'lab/authoring';
import { describe, expect, test } from 'vitest';
import { mixedProgram, type Task } from './mixed-program.ts';
import { digestOf, programOf, scenarioOf } from './playing.ts';
import { scenarioOf as mixedScenarioOf } from './random-weather.ts';

const handles = { latencyMs: 5, throwsEvery: 3, hangsAt: 0, with: 'mail' } as const;
const shop: readonly (readonly Task[])[] = [
  [
    { does: 'publish', by: 'outbox', to: 'order.created', count: 3, everyMs: 1 },
    { does: 'publish', by: 'log', to: 'journal', count: 4, everyMs: 0 },
  ],
  [{ does: 'relay', everyMs: 20, lock: true }],
  [
    { does: 'consume', queue: 1, prefetch: 2, ack: 'after handler', handles },
    { does: 'read', log: 'journal', group: 'g', from: 'earliest', commit: 'after handler', handles },
  ],
  [{ does: 'transact', count: 2, everyMs: 5, rows: ['b', 'a'], pauseMs: 10, ends: 'conflicts' }],
];

const shopping = mixedScenarioOf({
  tasks: shop,
  instances: [1, 2, 2, 1],
  operations: [
    { waitMs: 60, act: 'stop broker', process: 'one' },
    { waitMs: 60, act: 'start broker', process: 'one' },
  ],
  faults: [],
});

/** Rejections that nobody awaits have no owner in a crowd, so these stories are played again, one by one. */
const careless = programOf({
  services: {
    orders: `export default ({ app, broker, mail }) => {
      app.post('/', () => {
        void mail.send({ to: 'ada@example.com', subject: '', text: '' });
        void broker.publish('order.created', {});
        return { status: 200 };
      });
    };`,
  },
});
const asking = scenarioOf({
  play: async ({ customer, settled }) => {
    for (let n = 0; n < 2; n++) await customer.post('http://orders/', {});
    await settled();
  },
});

describe.each([
  ['of a mixed shop', mixedProgram, shopping, 100],
  ['of a program that leaves rejections to nobody', careless, asking, 20],
])('the stories %s', { timeout: 60_000 }, (_, program, scenario, least) => {
  const alone = digestsOf(program, scenario, 1);

  test('are many and differ', async () => {
    expect(new Set(await alone).size).toBeGreaterThan(least / 2);
    expect((await alone).length).toBeGreaterThan(least);
  });

  test.each([32, 500])('are the same, byte for byte, in batches of %i as one by one', async (batch) => {
    expect(await digestsOf(program, scenario, batch)).toEqual(await alone);
  });
});

async function digestsOf(program: Program, scenario: Scenario, batch: number): Promise<string[]> {
  const digests: string[] = [];
  const kinds: readonly Fault['kind'][] = ['crash', 'fail', 'delay', 'duplicate'];
  const check: Check = {
    id: 'digests',
    title: 'Every story is told',
    scenario,
    scope: kinds.map((fault) => ({ fault, byMs: [120] })),
    verdict: (trace) => {
      digests.push(digestOf(trace));
      return passed();
    },
  };
  await explore(program, [check], { depth: 'check', mixes: 60, batch });
  return digests;
}

import { eitherHandler, is, play, type Scenario } from 'lab/authoring';
import { expect, test } from 'vitest';
import { smallProgram } from '#explore/small-program.ts';

const twoFacts: Scenario = {
  id: 'two-facts',
  play: async ({ publisher, settled }) => {
    await publisher.publish('pen.taken', { n: 1 });
    await publisher.publish('ink.taken', { n: 2 });
    await settled();
  },
};

async function causesIn(subscriptions: string) {
  const { trace } = await play(
    smallProgram(`export default async ({ broker }) => { ${subscriptions} };`),
    twoFacts,
    [],
  );
  return trace.filter(is('published')).map((told) => eitherHandler(trace, told)?.because);
}

test('two handlers that take from one queue for different topics may have been handed what is for the other', async () => {
  const one = "await broker.subscribe('pen.taken', { queue: 'shop' }, () => {});";
  const other = "await broker.subscribe('ink.taken', { queue: 'shop' }, () => {});";
  const [because] = await causesIn(one + other);
  expect(because).toContain('with 2 handlers, which subscribed to pen.taken, and to ink.taken.');
});

test.each([
  ['one handler for both', "await broker.subscribe(['pen.taken', 'ink.taken'], { queue: 'shop' }, () => {});"],
  [
    'a queue for each',
    "await broker.subscribe('pen.taken', { queue: 'pens' }, () => {}); await broker.subscribe('ink.taken', { queue: 'inks' }, () => {});",
  ],
  [
    'two handlers for one topic',
    "for (const _ of [1, 2]) await broker.subscribe('pen.taken', { queue: 'shop' }, () => {});",
  ],
])('with %s nothing can come to the wrong one', async (_, subscriptions) => {
  expect(await causesIn(subscriptions)).toEqual([undefined, undefined]);
});

import type { Verdict } from 'lab/authoring';
import { describe, expect, test } from 'vitest';
import { readExercise } from '../catalogue.ts';
import { patched, playFiles } from '../promises/play-files.ts';
import type { SourceFile } from '../source-files.ts';
import { checks } from './checks.ts';

const { solution } = await readExercise(import.meta.dirname);

async function verdictOf(id: string, files: readonly SourceFile[], schedule?: string): Promise<Verdict> {
  const check = checks.find((each) => each.id === id)!;
  return check.verdict((await playFiles(files, check.scenario, schedule)).trace);
}

const ANSWER = 'return { orders, cookie: JSON.stringify(notListed) };';

test.each([
  ['a list under another name', 'return { list: orders };', 'without `orders`, the customer’s list'],
  ['a cookie that is no text', 'return { orders, cookie: notListed };', 'is a list, and a browser keeps text'],
])('whatever is checked, an answer is read: %s', async (_, instead, because) => {
  const files = patched(solution, 'page.ts', ANSWER, instead);
  for (const { id } of checks)
    expect(await verdictOf(id, files), id).toMatchObject({
      outcome: 'failed',
      because: expect.stringContaining(because),
    });
});

describe('nothing is invented', () => {
  const answered = (each: string) => ANSWER.replace('orders,', `orders: orders.map((order) => (${each})),`);

  test.each([
    ['another number of pens', '{ ...order, pens: order.pens + 1 }', 'for the pens of an order of 1 pen'],
    ['a number in words', '{ ...order, pens: String(order.pens) }', 'said “1” for the pens'],
    ['a status that never was', "{ ...order, status: 'on its way' }", 'said “on its way” of an order of 1 pen'],
    ['an id that nobody has', '{ ...order, orderId: order.pens }', 'that did not exist'],
  ])('%s', async (_, each, because) => {
    const files = patched(solution, 'page.ts', ANSWER, answered(each));
    expect(await verdictOf('nothing-invented', files)).toMatchObject({
      outcome: 'failed',
      because: expect.stringContaining(because),
    });
  });

  test('an order that was stored before the answer was lost may be shown', async () => {
    expect(await verdictOf('nothing-invented', solution, 'crash-before@orders:answer:1')).toMatchObject({
      outcome: 'passed',
    });
  });
});

test('a page that writes into the table of orders is told whose it is', async () => {
  const files = [
    ['import { orderList }', 'import { orderList, orders as table }'],
    ['({ app, replicas }', '({ app, database, replicas }'],
    ['if (!response.ok)', 'await database.update(table, { id: orderId }, { pens });\n    if (!response.ok)'],
  ].reduce<readonly SourceFile[]>((known, [from, to]) => patched(known, 'page.ts', from!, to!), solution);
  expect(await verdictOf('own-order-at-once', files)).toMatchObject({
    outcome: 'failed',
    because: expect.stringContaining('the page process wrote into the table orders'),
  });
});

import type { Verdict } from 'lab/authoring';
import { describe, expect, test } from 'vitest';
import { readExercise } from '../catalogue.ts';
import { grade } from '../promises/grade.ts';
import { patched, playFiles } from '../promises/play-files.ts';
import type { SourceFile } from '../source-files.ts';
import { checks } from './checks.ts';

const { exercise, solution, wrong } = await readExercise(import.meta.dirname);

/** What one of the checks says of one play of a program. */
async function verdictOf(id: string, files: readonly SourceFile[], schedule?: string): Promise<Verdict> {
  const check = checks.find((each) => each.id === id)!;
  return check.verdict((await playFiles(files, check.scenario, schedule)).trace);
}

describe('why somebody missed a fact is read from the trace', () => {
  const SUBSCRIBES = "await broker.subscribe('order.#', { queue: 'analytics' }";
  const WRITES = 'await database.insert(facts';

  test.each([
    [
      'it was in its queue, and every try failed',
      'analytics.ts',
      WRITES,
      "if (topic === 'order.cancelled') throw new Error('no idea what to do');\n    await database.insert(facts",
      /handed it 21 times and gave it back each time; at \d+ ms the broker gave it up\.$/,
    ],
    [
      'it was acknowledged, and nothing was done',
      'analytics.ts',
      WRITES,
      "if (topic === 'order.cancelled') return;\n    await database.insert(facts",
      /was handed it at \d+ ms and acknowledged it at \d+ ms\.$/,
    ],
    [
      'it has bound nothing',
      'analytics.ts',
      SUBSCRIBES,
      "await broker.consume({ queue: 'analytics' }",
      /had bound its queue to nothing, which order\.created does not fit\.$/,
    ],
    [
      'it has no queue',
      'analytics.ts',
      SUBSCRIBES,
      "if (!broker) await broker.subscribe('order.#', { queue: 'analytics' }",
      /The analytics process has bound no queue to anything\.$/,
    ],
    [
      'another service writes for it',
      'stock.ts',
      "const what = topic.split('.')[1]!;",
      "const what = topic.split('.')[1]!;\n    await database.insert(facts, { id: orderId, topic, body: {} });",
      /^The stock process wrote into the table facts at \d+ ms, which belongs to analytics\.$/,
    ],
  ])('%s', async (_, path, from, to, words) => {
    const program = patched(patched(solution, path, from, to), 'stock.ts', '{ slips }', '{ facts, slips }');
    expect(await verdictOf('each-hears-all', program)).toMatchObject({
      outcome: 'failed',
      because: expect.stringMatching(words),
    });
  });

  test('nobody was bound, so the broker dropped it', async () => {
    const exact = patched(solution, 'stock.ts', "'order.*'", "'order.canceled'");
    const program = patched(exact, 'analytics.ts', "'order.#'", "['order.created', 'order.canceled']");
    expect(await verdictOf('slips-for-whole-orders', program)).toMatchObject({
      because: expect.stringMatching(/bound its queue to order\.canceled, which order\.created does not fit\.$/),
    });
    expect(await verdictOf('every-fact-kept', program)).toMatchObject({
      because: expect.stringMatching(
        /order\.canceled, which order\.cancelled does not fit\. No queue at all got a copy; the broker confirmed it and dropped it\.$/,
      ),
    });
  });
});

describe('nobody is held to one way of doing it', () => {
  test.each([
    ['an insert that refuses copies with an error', 'analytics.ts', ", { onConflict: 'do nothing' }", ''],
    ['a dead letter queue', 'confirmation.ts', "{ queue: 'confirmation' }", "{ queue: 'c', deadLetter: 'c-dead' }"],
    ['many at once', 'stock.ts', "{ queue: 'stock' }", "{ queue: 'stock', prefetch: 100 }"],
    ['a list of patterns of which two fit', 'analytics.ts', "'order.#'", "['order.*', 'order.#']"],
    ['a subscription that nobody waits for', 'stock.ts', 'await broker.subscribe', 'void broker.subscribe'],
    ['words of its own in the mail', 'confirmation.ts', "'Your order'", 'orderId'],
  ])('so %s is right', async (_, path, from, to) => {
    const results = await grade(exercise, patched(solution, path, from, to));
    expect(results.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
  });

  test('so two queues from which both instances take are right, when a row is won and the mail sent in one transaction', async () => {
    const program = wrong.find(({ slug }) => slug === 'wins-the-row')!.files;
    const queues = patched(
      program,
      'confirmation.ts',
      'const instance = crypto.randomUUID().slice(0, 8);',
      'for (const instance of [1, 2])',
    );
    const results = await grade(exercise, queues);
    expect(results.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
  });
});

describe('two mails', () => {
  test('of one instance are not blamed on the queues', async () => {
    const program = patched(solution, 'confirmation.ts', 'await mail.send', 'for (const _ of [1, 2]) await mail.send');
    expect(await verdictOf('one-mail-each', program)).toMatchObject({
      because: expect.stringMatching(/^Ada ordered once and got two mails, at \d+ ms and at \d+ ms\.$/),
    });
  });

  test('after a copy are left to another lesson', async () => {
    expect(await verdictOf('away-and-back', solution, 'crash-after@confirmation-1:mail:1')).toMatchObject({
      outcome: 'passed',
    });
  });
});

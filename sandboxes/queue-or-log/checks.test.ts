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
  const check = checks.find((one) => one.id === id)!;
  const { trace } = await playFiles(files, check.scenario, schedule);
  return check.verdict(trace);
}

const wrongly = (slug: string) => wrong.find((one) => one.slug === slug)!.files;

describe('nobody is held to one way of doing it', () => {
  test.each([
    ['a list under another name', 'order-list.ts', "group: 'order-list'", "group: 'list-of-november'"],
    ['a version that leaves a gap', 'orders.ts', 'orderId, version: 2 }', 'orderId, version: 7 }'],
    ['three at a time', 'invoices.ts', 'prefetch: 2', 'prefetch: 3'],
    ['a limit of two', 'invoices.ts', 'deliveryLimit: 3', 'deliveryLimit: 2'],
    ['a limit of five', 'invoices.ts', 'deliveryLimit: 3', 'deliveryLimit: 5'],
    ['a subscription that nobody waits for', 'confirmation.ts', 'await broker.subscribe', 'void broker.subscribe'],
    ['a record that is put aside as a text', 'order-list.ts', 'unreadable: event', 'unreadable: JSON.stringify(event)'],
  ])('so %s is right', async (_, path, from, to) => {
    const results = await grade(exercise, patched(solution, path, from, to));
    expect(results.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
  });
});

test('a key that says what it is the key of is a key for each order', async () => {
  const said = { from: '{ key: orderId }', to: "{ key: 'order:' + orderId }" };
  const once = patched(solution, 'orders.ts', said.from, said.to);
  const program = patched(once, 'orders.ts', said.from, said.to);
  const results = await grade(exercise, program);
  expect(results.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
});

test('eight orders in a log of one partition are told with the log', async () => {
  const program = patched(solution, 'deployment.ts', 'partitions: 3', 'partitions: 1');
  expect(await verdictOf('backlog-is-shared', program)).toMatchObject({
    because: expect.stringContaining('The log orders has only one.'),
  });
});

describe('what was put aside', () => {
  test('is the record, not an order that its key names', async () => {
    const schedule = 'crash-after@order-list-1:offset:order-list:1';
    expect(await verdictOf('unreadable-put-aside', wrongly('commits-before-the-work'), schedule)).toMatchObject({
      because: expect.stringContaining('committed before the work was done'),
    });
  });

  test('has to hold the record', async () => {
    const program = patched(solution, 'order-list.ts', '{ unreadable: event, record }', '{ record }');
    expect(await verdictOf('unreadable-put-aside', program)).toMatchObject({
      because: expect.stringContaining('does not contain it'),
    });
  });
});

describe('two mails on release day', () => {
  test('after a crash are left to another lesson', async () => {
    const schedule = 'crash-after@confirmation:mail:1';
    expect(await verdictOf('mailed-once', solution, schedule)).toMatchObject({ outcome: 'passed' });
  });

  test('are told with the group that began anew', async () => {
    expect(await verdictOf('mailed-once', wrongly('mails-under-a-new-name'))).toMatchObject({
      because: expect.stringContaining('The group mailer has no offsets of its own yet'),
    });
  });
});

describe('somebody who was never mailed', () => {
  const underAnotherName = (from: string, to: string) =>
    patched(
      patched(solution, 'deployment.ts', "confirmation: './confirmation.ts'", "mailer: './confirmation.ts'"),
      'confirmation.ts',
      from,
      to,
    );

  test('is told with the group that read the order, whatever its name', async () => {
    const program = underAnotherName("group: 'confirmation', from: 'earliest' }, async", "group: 'mailer' }, async");
    const forgetful = patched(program, 'confirmation.ts', 'await mail.send', 'if (event.total < 0) await mail.send');
    expect(await verdictOf('unreadable-put-aside', forgetful)).toMatchObject({
      because: expect.stringMatching(
        /The group mailer read the record at \d+ ms in the mailer process and committed its offset/,
      ),
    });
  });

  test('is not told with the list, which has no mail to send', async () => {
    const program = patched(solution, 'deployment.ts', "confirmation: './confirmation.ts',", '');
    expect(await verdictOf('unreadable-put-aside', program)).toMatchObject({
      because: expect.stringMatching(/never mailed\. Only the group order-list read that record\.$/),
    });
  });

  test('is told with nobody when nobody read the order', async () => {
    const program = patched(
      wrongly('begins-with-what-comes-next'),
      'order-list.ts',
      'await broker.subscribe(',
      'if (!broker) await broker.subscribe(',
    );
    expect(await verdictOf('mailed-once', program)).toMatchObject({
      because: expect.stringContaining('No group ever read that record. A group without an offset'),
    });
  });
});

test('an order between the releases is told with the partition in which nobody has an offset', async () => {
  expect(await verdictOf('mailed-once', wrongly('begins-with-what-comes-next'))).toMatchObject({
    because: expect.stringContaining('A group without an offset in partition 0 begins with the latest'),
  });
});

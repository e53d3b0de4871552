import type { Verdict } from 'lab/authoring';
import { describe, expect, test } from 'vitest';
import { readExercise } from '../catalogue.ts';
import { patched, playFiles } from '../promises/play-files.ts';
import type { SourceFile } from '../source-files.ts';
import { checks } from './checks.ts';

const { solution, wrong } = await readExercise(import.meta.dirname);

/** What one of the checks says of one play of a program. */
async function verdictOf(id: string, files: readonly SourceFile[], schedule?: string): Promise<Verdict> {
  const check = checks.find((each) => each.id === id)!;
  return check.verdict((await playFiles(files, check.scenario, schedule)).trace);
}

const BODY = 'const body = { id, type: topic, occurredAt: new Date().toISOString(), orderId, version, email };';
const bodyOf = (fields: string) => patched(solution, 'orders.ts', BODY, `const body = { ${fields} };`);

describe('a fact', () => {
  test.each([
    ['has no id', 'occurredAt: new Date().toISOString(), orderId, version, email', 'has no id'],
    ["has the order's id", 'id: orderId, occurredAt: new Date().toISOString(), orderId, version, email', 'for its own'],
    ['does not say when', "id, occurredAt: 'today', orderId, version, email", 'occurredAt is “today”'],
    ['has no email', 'id, occurredAt: new Date().toISOString(), orderId, version', 'has no email'],
    ['has no version', 'id, occurredAt: new Date().toISOString(), orderId, email', 'nobody was told'],
    ['shares its id', "id: 'it', occurredAt: new Date().toISOString(), orderId, version, email", 'under one id'],
  ])('is refused when it %s', async (_, fields, words) => {
    expect(await verdictOf('told-by-the-relay', bodyOf(fields))).toMatchObject({
      outcome: 'failed',
      because: expect.stringContaining(words),
    });
  });

  test('may say more than it has to', async () => {
    const rich = bodyOf('id, occurredAt: new Date().toISOString(), orderId, version, email, customer: { email }');
    expect(await verdictOf('told-by-the-relay', rich)).toMatchObject({ outcome: 'passed' });
  });

  test('on another topic is named with both', async () => {
    const renamed = patched(solution, 'orders.ts', 'const topic = `order.', 'const topic = `order.is.');
    expect(await verdictOf('told-by-the-relay', renamed)).toMatchObject({
      because: expect.stringContaining('on the topic order.is.placed, not order.placed'),
    });
  });
});

describe('a change', () => {
  test('is one version: a row that is written again under it is bookkeeping', async () => {
    const touched = patched(
      solution,
      'orders.ts',
      'await tx.insert(outbox, { id, topic, key: orderId, body });',
      'await tx.insert(outbox, { id, topic, key: orderId, body });\n  await tx.update(orders, { id: orderId }, { email });',
    );
    for (const { id } of checks) expect(await verdictOf(id, touched), id).toMatchObject({ outcome: 'passed' });
  });
});

describe('the order', () => {
  test('is that of first tellings: a copy may come after what is later', async () => {
    // The whole batch is told again when the mark of it is lost.
    const lost = 'fail-before@relay-1:commit:1';
    expect(await verdictOf('told-in-order', solution, lost)).toMatchObject({ outcome: 'passed' });
  });

  test('is broken by two relays that skip each other’s rows, and both tellings are shown', async () => {
    const skipping = wrong.find(({ slug }) => slug === 'skips-what-is-locked')!.files;
    const verdict = await verdictOf('told-in-order', skipping, 'delay-200@relay-1:publish:order.placed:1');
    expect(verdict).toMatchObject({ outcome: 'failed', evidence: [expect.any(Number), expect.any(Number)] });
  });
});

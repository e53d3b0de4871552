import type { Change, Entry, Trace, Verdict } from 'lab/authoring';
import { expect, test } from 'vitest';
import { readExercise } from '../catalogue.ts';
import { grade } from '../promises/grade.ts';
import { patched } from '../promises/play-files.ts';
import { acceptedWithoutTheBroker } from './checks/accepted-without-the-broker.ts';
import { answeredInTime } from './checks/answered-in-time.ts';
import { invoicedOnce } from './checks/invoiced-once.ts';
import { toldToWhoeverListens } from './checks/told-to-whoever-listens.ts';

const { exercise, wrong } = await readExercise(import.meta.dirname);

const by = (process: string, instance = 1) => ({ process, instance, life: 1 });
const order = { id: 'o1', email: 'ada@example.org', sku: 'pen', total: 300 };
const struck = { kind: 'struck', fault: { kind: 'crash', moment: 'after', point: 'orders:commit:1' } };

const ordered = (email = order.email) => ({
  kind: 'called',
  call: 1,
  from: 'customer',
  to: 'orders',
  method: 'POST',
  path: '/orders',
  body: { email, sku: 'pen' },
});
const answered = (status: number, at: number, body: object = {}) => ({
  kind: 'answered',
  call: 1,
  status,
  body,
  at,
  ...by('orders'),
});
const stored = (at = 10) => commit([{ table: 'orders', op: 'insert', row: order }], by('orders'), at);
const invoiced = (at: number, instance = 1, changes: Partial<typeof invoice> = {}) =>
  commit([{ table: 'invoices', op: 'insert', row: { ...invoice, ...changes } }], by('invoicing', instance), at);
const invoice = { id: 'i1', orderId: 'o1', total: 300 };

test('a lease of half a minute is right, where the job gives the invoice its id', async () => {
  const lease = wrong.find(({ slug }) => slug === 'takes-a-lease')!.files;
  const longer = patched(lease, 'invoicing.ts', 'Date.now() + 500', 'Date.now() + 30_000');
  const program = patched(
    longer,
    'invoicing.ts',
    'insert(invoices, { id: crypto.randomUUID(), orderId, total })',
    "insert(invoices, { id: job.id, orderId, total }, { onConflict: 'do nothing' })",
  );
  const results = await grade(exercise, program);
  expect(results.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
});

test('an order that goes on behind a 503 is told with both times', () => {
  const trace = story(struck, ordered(), answered(503, 300), stored(5_011));
  expect(because(answeredInTime.verdict(trace))).toBe(
    'Ada was answered 503 at 300 ms, and at 5011 ms her order was stored all the same. She will order again.',
  );
});

test('an answer after a second is late even if it is right', () => {
  const trace = story(struck, ordered(), stored(1_500), answered(201, 1_501, { orderId: 'o1', total: 300 }));
  expect(because(answeredInTime.verdict(trace))).toContain('Somebody who waits needs a deadline');
});

test('a 500 is no 503', () => {
  expect(because(answeredInTime.verdict(story(struck, ordered(), answered(500, 20))))).toContain('is 503');
});

test('an order that was stored and answered 500 is told as that', () => {
  const trace = story(struck, ordered(), stored(), answered(500, 16));
  expect(because(acceptedWithoutTheBroker.verdict(trace))).toContain('although her order had been stored at 10 ms');
});

test('two invoices of one order are told with who wrote them', () => {
  const trace = story(struck, stored(), invoiced(57), invoiced(59, 2, { id: 'i2' }));
  expect(because(invoicedOnce.verdict(trace))).toBe(
    'Ada’s order was invoiced at 57 ms and again at 59 ms, by instance 1 and by instance 2. Nothing kept the second one off.',
  );
});

test('an invoice with another total, or for no order, is refused', () => {
  expect(because(invoicedOnce.verdict(story(struck, stored(), invoiced(57, 1, { total: 0 }))))).toContain(
    'invoiced with 0 cents',
  );
  expect(because(invoicedOnce.verdict(story(struck, invoiced(57))))).toContain('for an order that was not stored');
});

test('an invoice that is written again is one invoice', () => {
  const again = commit([{ table: 'invoices', op: 'update', row: invoice }], by('invoicing'), 80);
  expect(invoicedOnce.verdict(story(struck, stored(), invoiced(57), again)).outcome).toBe('passed');
});

test('a fact that is told again under its id is the same fact', () => {
  const told = (id: string, at: number) => ({
    kind: 'published',
    message: at,
    topic: 'order.placed',
    body: { id, orderId: 'o1', email: order.email, total: 300 },
    to: [],
    at,
    ...by('relay'),
  });
  expect(because(toldToWhoeverListens.verdict(story(struck, stored(), told('e1', 50), told('e1', 90))))).toContain(
    'loyalty listens',
  );
  expect(because(toldToWhoeverListens.verdict(story(struck, stored(), told('e1', 50), told('e2', 90))))).toContain(
    'whoever listens takes this for two',
  );
});

function commit(changes: readonly Change[], who: object, at: number) {
  return { kind: 'committed', tx: 1, changes, at, ...who };
}

function story(...entries: readonly object[]): Trace {
  return entries.map((entry, seq) => ({ seq, at: 1, ...entry }) as Entry);
}

function because(verdict: Verdict): string {
  return verdict.outcome === 'failed' ? verdict.because : verdict.outcome;
}

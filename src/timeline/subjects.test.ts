import type { Trace } from 'lab/authoring';
import { expect, test } from 'vitest';
import { nameOf, subjectsOf } from './subjects.ts';
import { indexOf } from './trace-index.ts';

const who = { process: 'orders', instance: 1, life: 1 };
const stored = (seq: number, row: Record<string, unknown>): Trace[number] => ({
  ...who,
  seq,
  at: seq,
  kind: 'committed',
  tx: seq,
  changes: [{ table: 'orders', op: 'insert', row }],
});

test('ids that stand together belong to one order, called by its customer', () => {
  const trace: Trace = [
    stored(0, { id: 'o-1', email: 'ada@example.org' }),
    { ...who, seq: 1, at: 1, kind: 'published', message: 1, topic: 't', body: { id: 'e-1', orderId: 'o-1' }, to: [] },
  ];
  const subjects = subjectsOf(indexOf(trace));
  expect(subjects.all.map((subject) => subject.order)).toEqual(['Ada’s order']);
  expect(subjects.of(1)).toEqual(subjects.of(0));
});

test('one id for everything does not make one order of all', () => {
  const subjects = subjectsOf(
    indexOf([
      stored(0, { id: 'same', email: 'ada@example.org' }),
      stored(1, { id: 'same', email: 'grace@example.org' }),
    ]),
  );
  expect(subjects.all.map((subject) => subject.name)).toEqual(['Ada', 'Grace']);
});

test('an order of nobody is numbered', () => {
  const subjects = subjectsOf(indexOf([stored(0, { id: 'a' }), stored(1, { id: 'b' })]));
  expect(subjects.all.map((subject) => subject.order)).toEqual(['order 1', 'order 2']);
});

test('a message that is about no order goes by its topic, and one that names an order does not', () => {
  const told = (seq: number, topic: string, body: object): Trace[number] => {
    return { ...who, seq, at: seq, kind: 'published', message: seq, topic, body, to: [] };
  };
  const subjects = subjectsOf(
    indexOf([
      told(0, 'shelf.counted', { id: 'shelf.counted/1', sku: 'pen' }),
      told(1, 'order.shipped', { id: 'order.shipped/1', orderId: 'o-1' }),
    ]),
  );
  expect(subjects.all.map((subject) => subject.order)).toEqual(['the message shelf.counted', 'order 2']);
});

test('a name is the first word before the at', () => {
  expect([nameOf('ada@example.org'), nameOf('grace.hopper@navy.mil'), nameOf('_x@y')]).toEqual(['Ada', 'Grace', 'X']);
});

import type { Fault, Point, Scope, Verb } from 'lab/authoring';
import { scheduleId } from 'lab/authoring';
import { expect, test } from 'vitest';
import { allows, canMeet, Faults } from './faults.ts';

const reached = new Map<Point, Verb>([
  ['orders:commit:1', 'commit'],
  ['relay-2:publish:order.created:1', 'publish'],
  ['broker:deliver:confirmation:1', 'deliver'],
]);

test.each<[string, readonly Scope[], readonly string[]]>([
  ['nothing in scope', [], []],
  ['crashes', [{ fault: 'crash', of: ['orders'] }], ['crash-before@orders:commit:1', 'crash-after@orders:commit:1']],
  [
    'failures of one instance',
    [{ fault: 'fail', of: ['relay-2'] }],
    ['fail-before@relay-2:publish:order.created:1', 'fail-after@relay-2:publish:order.created:1'],
  ],
  [
    'all instances of a process',
    [{ fault: 'crash', of: ['relay'] }],
    ['crash-before@relay-2:publish:order.created:1', 'crash-after@relay-2:publish:order.created:1'],
  ],
  [
    'some verbs',
    [{ fault: 'delay', at: ['deliver', 'publish'], byMs: [5] }],
    ['delay-5@relay-2:publish:order.created:1', 'delay-5@broker:deliver:confirmation:1'],
  ],
  [
    'deliveries by their queue',
    [{ fault: 'delay', of: ['confirmation'], byMs: [5, 9] }],
    ['delay-5@broker:deliver:confirmation:1', 'delay-9@broker:deliver:confirmation:1'],
  ],
  ['copies, of deliveries only', [{ fault: 'duplicate', byMs: [0] }], ['duplicate-0@broker:deliver:confirmation:1']],
  ['lags, of each replica', [{ fault: 'lag', byMs: [100] }], ['lag-100@replica-1', 'lag-100@replica-2']],
  [
    'one fault of two scopes, once',
    [
      { fault: 'crash', of: ['orders'] },
      { fault: 'crash', at: ['commit'] },
    ],
    ['crash-before@orders:commit:1', 'crash-after@orders:commit:1'],
  ],
])('of %s', (_, scopes, expected) => {
  expect(new Faults(scopes, 2).at(reached).map((fault) => scheduleId([fault]))).toEqual(expected);
});

test('a scope without times allows no delay', () => {
  expect(allows({ fault: 'delay' }, { kind: 'delay', byMs: 5, point: 'orders:commit:1' })).toBe(false);
});

test('two faults meet unless one keeps the other from striking', () => {
  const crash: Fault = { kind: 'crash', moment: 'before', point: 'orders:commit:1' };
  const delay: Fault = { kind: 'delay', byMs: 5, point: 'orders:commit:1' };
  expect(canMeet(crash, { ...crash, moment: 'after' })).toBe(false);
  expect(canMeet(crash, { ...crash, kind: 'fail' })).toBe(false);
  expect(canMeet(crash, { ...crash, point: 'orders:commit:2' })).toBe(true);
  expect(canMeet(crash, delay)).toBe(true);
  expect(canMeet(delay, { ...delay, byMs: 9 })).toBe(false);
  expect(canMeet({ kind: 'lag', replica: 1, byMs: 1 }, { kind: 'lag', replica: 1, byMs: 2 })).toBe(false);
  expect(canMeet({ kind: 'lag', replica: 1, byMs: 1 }, { kind: 'lag', replica: 2, byMs: 1 })).toBe(true);
});

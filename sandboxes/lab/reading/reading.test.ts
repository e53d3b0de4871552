import {
  committed,
  digestOf,
  type Entry,
  failed,
  is,
  passed,
  percentile,
  type Trace,
  tell,
  type Window,
  windows,
} from 'lab/authoring';
import { expect, test } from 'vitest';

const who = { process: 'orders', instance: 1, life: 1 };
const order = { table: 'orders', op: 'insert', row: { id: 'a' } } as const;
const trace: Trace = [
  { seq: 0, at: 0, kind: 'started', ...who },
  {
    seq: 1,
    at: 5,
    kind: 'committed',
    tx: 1,
    changes: [order, { table: 'outbox', op: 'insert', row: { id: 'e' } }],
    ...who,
  },
  { seq: 2, at: 40, kind: 'mailed', to: 'ada@example.org', subject: '', text: '', ...who, process: 'confirmation' },
  { seq: 3, at: 40, kind: 'crashed', because: 'fault', ...who, process: 'confirmation' },
];

test('entries are picked by kind', () => {
  expect(trace.filter(is('mailed', 'crashed')).map(({ seq }) => seq)).toEqual([2, 3]);
});

test('committed changes of a table come with the entry that committed them', () => {
  expect(committed(trace, 'orders')).toEqual([{ ...order, entry: trace[1] }]);
});

test('verdicts name their evidence by number', () => {
  expect(failed('No.', ...trace.filter(is('mailed')))).toEqual({ outcome: 'failed', because: 'No.', evidence: [2] });
  expect(passed()).toEqual({ outcome: 'passed', remarks: [] });
});

test('a sentence names its subject when it changes, in the order of what happened', () => {
  const [, stored, mailed, crashed] = trace as [Entry, Entry, Entry, Entry];
  expect(tell(crashed, stored, mailed)).toBe(
    'the orders process stored the order at 5 ms, the confirmation process sent the mail at 40 ms and crashed at 40 ms',
  );
});

test('every kind of entry has words', () => {
  const kinds: Entry[] = trace.map((entry) => ({ ...entry }));
  for (const entry of kinds) expect(tell(entry)).toMatch(/ at \d+ ms$/);
});

test('a window goes from the first entry that opens it to the first that closes it', () => {
  const opens = (entry: Entry) => (entry.kind === 'committed' ? 'a' : undefined);
  const closes = (entry: Entry) => (entry.kind === 'mailed' || entry.kind === 'crashed' ? 'a' : undefined);
  expect(windows(trace, opens, closes)).toEqual([{ key: 'a', opens: trace[1], closes: trace[2] }]);
  expect(windows(trace, opens, () => undefined)).toEqual([{ key: 'a', opens: trace[1] }]);
  expect(windows(trace, () => undefined, closes)).toEqual([]);
});

test('a percentile is the nearest rank, and unknown while a window that counts is open', () => {
  const window = (ms?: number): Window => ({
    key: String(ms),
    opens: trace[0]!,
    ...(ms === undefined ? {} : { closes: { ...trace[1]!, at: ms } }),
  });
  const all = [30, 10, 20, 40].map(window);
  expect([1, 25, 50, 75, 99].map((percent) => percentile(all, percent))).toEqual([10, 10, 20, 30, 40]);
  expect(percentile([...all, window()], 50)).toBe(30);
  expect(percentile([...all, window()], 99)).toBeUndefined();
  expect(percentile([], 50)).toBeUndefined();
});

test('a digest is the same for the same traces only, in their order', () => {
  const other = [{ ...trace[0]!, at: 1 }];
  expect(digestOf([trace])).toMatch(/^[0-9a-f]{16}$/);
  expect(digestOf([structuredClone(trace) as Trace])).toBe(digestOf([trace]));
  expect(digestOf([other, trace])).not.toBe(digestOf([trace, other]));
});

import type { Entry } from 'lab/authoring';
import { expect, test } from 'vitest';
import type { Story } from '#timeline/story.ts';
import { marksOf, problemsOf } from './session-marks.ts';

const who = { process: 'confirmation', instance: 1, life: 1 };
const mail = (seq: number, at: number): Entry => ({
  seq,
  at,
  point: `confirmation:mail:${seq}`,
  kind: 'mailed',
  to: 'ada@example.org',
  subject: 'Your order',
  text: '',
  ...who,
});
const crash: Entry = {
  seq: 1,
  at: 40.2,
  kind: 'struck',
  fault: { kind: 'crash', moment: 'after', point: 'confirmation:mail:0' },
};
const told = (over: Partial<Story>): Story => ({
  exercise: 'decouple-confirmation',
  scenario: 'two-orders',
  schedule: 'calm',
  trace: [],
  evidence: [],
  windows: [],
  reached: [],
  unreached: [],
  places: [],
  ended: 'returned',
  ...over,
});
const line9 = { path: 'confirmation.ts', line: 9, column: 5 };

test('a crash marks the line that asked for the effect it struck', () => {
  expect(marksOf(told({ trace: [mail(0, 40), crash], places: [[0, line9]] }))).toEqual([
    { path: 'confirmation.ts', line: 9, kind: 'crash', label: 'crashed here, 40 ms' },
  ]);
});

test('evidence on one line is one mark with every time', () => {
  const trace = [mail(0, 40), mail(1, 95), mail(2, 130)];
  const places = [0, 1, 2].map((seq) => [seq, line9] as const);
  expect(marksOf(told({ trace, places, evidence: [0, 1, 2] }))).toEqual([
    { path: 'confirmation.ts', line: 9, kind: 'evidence', label: 'mail sent, 40, 95 and 130 ms' },
  ]);
});

test('what has no place in the code, or points outside the trace, marks nothing', () => {
  expect(marksOf(told({ trace: [mail(0, 40)], evidence: [0, 77] }))).toEqual([]);
});

test('an ending that knows its line becomes a problem there', () => {
  expect(problemsOf({ kind: 'error', because: 'It threw.', place: line9 })).toEqual([
    { ...line9, message: 'It threw.' },
  ]);
  expect(problemsOf({ kind: 'error', because: 'It threw.' })).toEqual([]);
  expect(problemsOf({ kind: 'did not compile', problems: [{ ...line9, message: 'No.' }] })).toHaveLength(1);
  expect(problemsOf({ kind: 'stopped' })).toEqual([]);
});

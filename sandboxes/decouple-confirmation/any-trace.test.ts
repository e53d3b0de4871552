import fc from 'fast-check';
import type { Entry, Trace } from 'lab/authoring';
import { describe, expect, test } from 'vitest';
import { readExercise } from '../catalogue.ts';
import { playFiles } from '../promises/play-files.ts';

const { exercise, starter, solution, alternatives, wrong } = await readExercise(import.meta.dirname);

/** Under these, each program is provoked in every scenario. */
const SCHEDULES = [
  'calm',
  'crash-after@confirmation:mail:1',
  'fail-after@confirmation:mail:1,duplicate-0@broker:deliver:confirmation:1',
];

/** Real traces of very different programs. */
const traces: Trace[] = [];
for (const { files } of [{ files: starter }, { files: solution }, ...alternatives, ...wrong.slice(0, 6)]) {
  for (const { scenario } of exercise.checks) {
    for (const schedule of SCHEDULES) traces.push((await playFiles(files, scenario, schedule)).trace);
  }
}

/** Fields whose value a learner's program decides, or that a story in a shared link could have wrong. */
const OF_THE_PROGRAM = [
  'body',
  'topic',
  'to',
  'path',
  'error',
  'queue',
  'table',
  'module',
  'changes',
  'status',
  'text',
] as const;

const values = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.constantFrom(undefined, null, [], {}, '', '\ud800', 'x'.repeat(5_000), '__proto__', -0, 1e308),
  fc.record({ id: fc.jsonValue(), orderId: fc.jsonValue(), occurredAt: fc.jsonValue(), version: fc.jsonValue() }),
);

const mutations = fc.array(
  fc.record({
    at: fc.nat(400),
    how: fc.constantFrom('drop', 'repeat', 'swap', 'change') as fc.Arbitrary<'drop' | 'repeat' | 'swap' | 'change'>,
    field: fc.constantFrom(...OF_THE_PROGRAM),
    value: values,
  }),
  { maxLength: 12 },
);
const anyTrace: fc.Arbitrary<Trace> = fc
  .tuple(fc.nat(traces.length - 1), mutations)
  .map(([which, changes]) => changes.reduce(mutated, traces[which]!).map((entry, seq) => ({ ...entry, seq }) as Entry));

describe('whatever a program did, verdicts and judges', () => {
  test('answer in a sentence, with evidence that is in the trace', () => {
    fc.assert(
      fc.property(anyTrace, fc.constantFrom(...exercise.checks), (trace, check) => {
        const verdict = check.verdict(trace);
        if (verdict.outcome === 'failed') expectSentence(trace, verdict.because, verdict.evidence);
        else for (const { text, evidence } of verdict.remarks) expectSentence(trace, text, evidence);
      }),
      { numRuns: 2_000 },
    );
  });

  test('answer every answer', () => {
    const judged = exercise.worksheet!.fields.filter((field) => field.kind !== 'text');
    fc.assert(
      fc.property(anyTrace, fc.constantFrom(...judged), fc.string(), (trace, field, typed) => {
        const answers = field.kind === 'choice' ? field.options.map(({ id }) => id) : ['70', '1e9', ' 70,5 ms '];
        for (const answer of [typed, ...answers]) {
          const { because, evidence } = field.judge(trace, answer);
          expectSentence(trace, because, evidence);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('do not change the trace, and say the same twice', () => {
    for (const trace of traces) {
      const before = JSON.stringify(trace);
      for (const { verdict } of exercise.checks) expect(verdict(trace)).toEqual(verdict(trace));
      expect(JSON.stringify(trace)).toBe(before);
    }
  });

  test('bear ten thousand entries and values of any depth', () => {
    let deep: unknown = 'order';
    for (let depth = 0; depth < 100_000; depth++) deep = [deep];
    const one = traces[exercise.checks.length * 3]!;
    const long: Entry[] = [];
    while (long.length < 10_000) long.push(...one);
    const trace = long.map(
      (entry, seq) => ({ ...entry, seq, ...('body' in entry && seq % 500 === 0 ? { body: deep } : {}) }) as Entry,
    );
    for (const { verdict } of exercise.checks) expect(['passed', 'failed']).toContain(verdict(trace).outcome);
  });

  test('bear a trace in which nothing happened', () => {
    for (const { verdict } of exercise.checks) expect(verdict([])).toMatchObject({ outcome: 'failed' });
  });
});

function mutated(
  trace: Trace,
  { at, how, field, value }: { at: number; how: string; field: string; value: unknown },
): Trace {
  if (trace.length === 0) return trace;
  const place = at % trace.length;
  const entry = trace[place]!;
  switch (how) {
    case 'drop':
      return trace.toSpliced(place, 1);
    case 'repeat':
      return trace.toSpliced(place, 0, entry);
    case 'swap':
      return trace.with(place, trace.at(-1)!).with(-1, entry);
    default:
      return trace.with(place, changed(entry, field, value));
  }
}

/** Only a field that entries of this kind have; the lab sees to types where it promises them. */
function changed(entry: Entry, field: string, value: unknown): Entry {
  if (!(field in entry)) return entry;
  if (field === 'changes')
    return { ...entry, changes: [{ table: 'orders', op: 'insert', row: asRow(value) }] } as unknown as Entry;
  const now = (entry as unknown as Record<string, unknown>)[field];
  const fits = field === 'body' || typeof value === typeof now;
  return fits ? ({ ...entry, [field]: value } as Entry) : entry;
}

const asRow = (value: unknown): object =>
  typeof value === 'object' && value !== null ? value : { id: value, email: value };

function expectSentence(trace: Trace, text: string, evidence: readonly number[]): void {
  expect(text).toMatch(/^["A-Zp\d].*[.]$/s);
  expect(text).not.toMatch(/undefined|\[object|NaN|Infinity/);
  expect(text.length).toBeLessThan(900);
  for (const seq of evidence) expect(trace[seq]?.seq).toBe(seq);
}

import type { Entry, Trace } from 'lab/authoring';
import { describe, expect, it } from 'vitest';
import type { Story } from '#timeline/story.ts';
import { cutStory } from './cut-story.ts';
import { cutTrace } from './cut-trace.ts';

const who = { process: 'orders', instance: 1, life: 1 };
const line = (seq: number): Entry => ({ seq, at: seq, kind: 'logged', level: 'log', text: `line ${seq}`, ...who });
const mail = (seq: number, text: string): Entry => ({
  seq,
  at: seq,
  kind: 'mailed',
  to: 'a',
  subject: 'b',
  text,
  ...who,
});
const traceOf = (length: number, make: (seq: number) => Entry): Trace => Array.from({ length }, (_, seq) => make(seq));

describe('cutTrace', () => {
  it('leaves a trace of a usual size as it is', () => {
    const trace = traceOf(500, line);
    const cut = cutTrace(trace, []);
    expect(cut.trace).toBe(trace);
    expect(cut).not.toHaveProperty('cut');
    expect(cut.seqOf(7)).toBe(7);
  });

  it('keeps the first and last console lines, numbers them anew and says what is missing', () => {
    const { trace, cut, seqOf } = cutTrace(traceOf(10_000, line), []);
    expect(trace.length).toBe(500);
    expect(trace.every((entry, index) => entry.seq === index)).toBe(true);
    expect([trace[0]?.at, trace.at(-1)?.at]).toEqual([0, 9_999]);
    expect(cut).toBe('9500 printed lines were left out of this story.');
    expect([seqOf(0), seqOf(5_000), seqOf(9_999)]).toEqual([0, undefined, 499]);
  });

  it('keeps every entry that a verdict rests on', () => {
    const { trace, seqOf } = cutTrace(
      traceOf(10_000, (seq) => mail(seq, 'x')),
      [5_000],
    );
    expect(trace[seqOf(5_000)!]?.at).toBe(5_000);
  });

  it('shortens long values wherever they are, and leaves the original alone', () => {
    const original = mail(0, 'y'.repeat(5_000));
    const deep: Entry = {
      seq: 1,
      at: 1,
      kind: 'published',
      message: 1,
      topic: 't',
      to: [],
      body: { a: { b: ['z'.repeat(9_999)] } },
      ...who,
    };
    const wide: Entry = { ...deep, seq: 2, body: Array.from({ length: 2_000 }, () => 0) };
    const { trace, cut } = cutTrace([original, deep, wide], []);
    expect(JSON.stringify(trace).length).toBeLessThan(7_000);
    expect(JSON.stringify(original).length).toBeGreaterThan(5_000);
    expect(cut).toBe('3 long values were shortened.');
  });

  it('bears values that are nested without end', () => {
    let body: unknown = 0;
    for (let level = 0; level < 5_000; level++) body = [body];
    const entry: Entry = { seq: 0, at: 0, kind: 'published', message: 1, topic: 't', to: [], body, ...who };
    expect(JSON.stringify(cutTrace([entry], []).trace)).toContain('…');
  });
});

describe('cutStory', () => {
  it('moves evidence, windows and places along with the entries', () => {
    const trace = traceOf(10_000, line);
    const place = { path: 'orders.ts', line: 1, column: 1 };
    const story: Story = {
      exercise: 'e',
      scenario: 's',
      schedule: 'calm',
      trace,
      evidence: [9_999],
      windows: [
        { key: 'a', opens: 1, closes: 9_998 },
        { key: 'b', opens: 5_000 },
      ],
      reached: [],
      unreached: [],
      places: [
        [5_000, place],
        [9_999, place],
      ],
      ended: 'returned',
    };
    const { story: cut } = cutStory(story);
    const at = cut.trace.length - 1;
    expect(cut.evidence).toEqual([at]);
    expect(cut.windows).toEqual([
      { key: 'a', opens: 1, closes: at - 1 },
      { key: 'b', opens: 400 },
    ]);
    expect(cut.places).toEqual([
      [400, place],
      [at, place],
    ]);
    expect(cut.cut).toContain('left out');
    expect(cut.cutLines).toBe(trace.length - cut.trace.length);
    expect(cutStory({ ...story, cutLines: 7 }).story.cutLines).toBe(trace.length - cut.trace.length + 7);
  });
});

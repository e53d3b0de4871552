import { expect, test } from 'vitest';
import { type Pen, shapes } from './pens.ts';
import type { Lane, Mark, SceneEvent } from './scene.ts';
import { columnsOf } from './text-columns.ts';
import { eventSign, laneSigns, wireSigns } from './text-signs.ts';

const event: SceneEvent = {
  at: 0,
  lane: 'broker',
  kind: 'said',
  who: 'The broker',
  does: 'is there',
  brief: '',
  sentence: '',
  seqs: [],
  marked: false,
  quiet: false,
};
const lane = (pen: Pen): Lane => ({ id: `process ${pen}`, name: pen, pen });
const PENS = Object.keys(shapes) as Pen[];
const MARKS: readonly Mark[] = ['mail', 'crash', 'restart', 'read', 'stale read', 'fault'];

test('every sign takes one column, and none means two things', () => {
  const signs = [
    ...PENS.map((pen) => eventSign(event, lane(pen))),
    ...MARKS.map((mark) => eventSign({ ...event, mark }, lane('orders'))),
  ];
  for (const sign of signs) expect(columnsOf(sign)).toBe(1);
  expect(new Set(signs).size).toBe(signs.length);
});

test('lanes and wires are drawn in single columns', () => {
  for (const { line, leaves } of Object.values(laneSigns))
    for (const sign of [line, ...leaves]) expect(columnsOf(sign)).toBe(1);
  for (const { dash, head } of Object.values(wireSigns)) {
    expect(columnsOf(dash)).toBe(1);
    expect(head.map(columnsOf)).toEqual([head[0].length, head[1].length]);
  }
});

test('a message that comes again has two heads, and an answer an open one', () => {
  expect(wireSigns.deliver.head).toEqual(['►', '◄']);
  expect(wireSigns.redeliver.head).toEqual(['►►', '◄◄']);
  expect(wireSigns.reply.head).toEqual(['>', '<']);
});

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { catalogueEntry } from '#exercise/catalogue-entry.ts';
import { measuredCase, wayCosts } from './decision-costs.ts';
import { wordsOf } from './reading-time.ts';

interface Decision {
  readonly id: string;
  readonly lesson: string;
  readonly situation: string;
  readonly measured: { readonly played: string; readonly trouble: string };
  readonly ways: readonly { readonly id: string; readonly verdict: string; readonly because: string }[];
  readonly reasons: readonly { readonly id: string; readonly decides: boolean; readonly because: string }[];
}

const cases: readonly Decision[] = JSON.parse(
  readFileSync(new URL('../../content/decisions.json', import.meta.url), 'utf8'),
);
const entry = await catalogueEntry('take-the-event-out');
const costs = new Map(
  await Promise.all(cases.map(async ({ id }) => [id, await wayCosts(entry, measuredCase(entry, id))] as const)),
);
const ids = (all: readonly { readonly id: string }[]) => all.map(({ id }) => id);

test('the reason that decides stands now here, now there', () => {
  const places = cases.map(({ reasons }) => reasons.findIndex(({ decides }) => decides));
  expect(new Set(places).size).toBe(3);
});

describe.each(cases.map((each) => [each.id, each] as const))(
  'the case %s',
  (_, { id: name, ways, reasons, measured, situation }) => {
    test('judges each way once, and explains it', () => {
      expect(ids(ways)).toEqual(ids(costs.get(name)!));
      for (const { id, because } of [...ways, ...reasons]) expect(wordsOf(because), id).toBeGreaterThan(5);
    });

    test('has a way that fits, and ways that do not', () => {
      expect(ways.filter(({ verdict }) => verdict === 'fits')).toHaveLength(1);
      expect(ways.filter(({ verdict }) => verdict === 'costs more').length).toBeGreaterThan(0);
    });

    test('has one reason that decides, among reasons of different names', () => {
      expect(reasons.filter(({ decides }) => decides)).toHaveLength(1);
      expect(new Set(ids(reasons)).size).toBe(reasons.length);
    });

    test('is told in a few sentences, without a word that sells', () => {
      expect(wordsOf(situation)).toBeLessThan(60);
      expect(JSON.stringify([situation, ways, reasons])).not.toMatch(
        /\b(simply|obviously|of course|basically|just)\b|!/i,
      );
    });

    test('says what was played, and what went wrong', () => {
      expect(measured.played).toMatch(/\.$/);
      expect(measured.trouble).toMatch(/^(Window|She waits) when /);
    });

    test('calls no way fitting that loses what must be done in the case’s own trouble', () => {
      const lost = costs.get(name)!.filter(({ inTrouble }) => inTrouble === 'never closes');
      const fits = ways.filter(({ verdict }) => verdict === 'fits');
      expect(ids(lost).filter((id) => ids(fits).includes(id))).toEqual([]);
    });
  },
);

test('the cases have ids of their own, and do not all have the same answer', () => {
  expect(new Set(ids(cases)).size).toBe(cases.length);
  const fitting = cases.map(({ ways }) => ways.find(({ verdict }) => verdict === 'fits')!.id);
  expect(new Set(fitting).size).toBe(5);
});

describe('what the lab measured', () => {
  const of = (name: string, way: string) => costs.get(name)!.find(({ id }) => id === way)!;
  const trouble = (name: string) => Object.fromEntries(costs.get(name)!.map(({ id, inTrouble }) => [id, inTrouble]));

  test('is another table for each case', () => {
    const tables = [...costs.values()].map((ways) => JSON.stringify(ways));
    expect(new Set(tables).size).toBe(cases.length);
    const calm = [...costs].filter(([id]) => id !== 'one-invoice' && id !== 'placed-orders');
    expect(new Set(calm.map(([, ways]) => JSON.stringify(ways.map(({ figures }) => figures)))).size).toBe(calm.length);
  });

  test('where somebody waits: how long she does, and that each way needs whoever knows the answer', () => {
    for (const { figures } of costs.get('shipping-fee')!) expect(Object.keys(figures)).toContain('She waits');
    const needs = costs.get('shipping-fee')!.map(({ id, figures }) => [id, figures['The answer needs']]);
    expect(Object.fromEntries(needs)).toEqual({ call: '3', 'job row': '3', queue: '4', topic: '4', log: '4' });
    const none = expect.stringMatching(/^no fee, after /);
    expect(trouble('shipping-fee')).toMatchObject({ call: expect.stringMatching(/^\d+ ms$/), queue: none, log: none });
  });

  test('where a duty has a newcomer for its owner: only a topic has lost it', () => {
    expect(trouble('one-invoice')).toMatchObject({
      call: 'none, refused',
      topic: 'never closes',
      log: expect.stringMatching(/ ms$/),
    });
  });

  test('of an order of three readers: its answer needs the same two, by every way but the call', () => {
    expect(costs.get('placed-orders')!.map(({ figures }) => figures['The answer needs'])).toEqual([
      '5',
      '2',
      '2',
      '2',
      '2',
    ]);
  });

  test('of a burst: two partitions for four machines take longer than a queue', () => {
    const ms = (way: string) => Number.parseInt(of('thumbnails', way).figures.Window!, 10);
    expect(ms('log')).toBeGreaterThan(1.5 * ms('queue'));
  });

  test('of a check with a second answer: the order is accepted, and the rest is checked late', () => {
    expect(trouble('address-check')).toMatchObject({
      call: expect.stringContaining('never checked'),
      'job row': expect.stringMatching(/^1,?\d{3} ms$/),
    });
  });

  test('of one program and its mail: the call is the only one that has to be pressed again', () => {
    const again = costs.get('password-mail')!.filter(({ inTrouble }) => inTrouble.includes('it failed'));
    expect(ids(again)).toEqual(['call']);
  });

  test('of a journey: by call what was booked is cancelled, and each other way comes to its end', () => {
    expect(trouble('a-journey').call).toBe('none, refused, 1 cancelled');
    for (const way of ['job row', 'queue', 'topic', 'log']) expect(of('a-journey', way).inTrouble, way).toMatch(/ms$/);
    // A command and its outcome for each of three steps, against a fact for each and the one that began it.
    expect(of('a-journey', 'queue').figures.Messages).toBe('12');
    expect(of('a-journey', 'topic').figures.Messages).toBe('8');
  });

  test('a case that is not measured is told which are', () => {
    expect(() => measuredCase(entry, 'pigeons')).toThrow('Name one of shipping-fee, one-invoice');
  });
});

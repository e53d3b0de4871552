import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { catalogueEntry } from '#exercise/catalogue-entry.ts';
import { demonstrationNamed } from '#exercise/load-demonstrations.ts';
import { wayCosts } from './decision-costs.ts';
import { wordsOf } from './reading-time.ts';

interface Decision {
  readonly id: string;
  readonly lesson: string;
  readonly situation: string;
  readonly measured: { readonly readers: string; readonly down: string; readonly when: string };
  readonly ways: readonly { readonly id: string; readonly verdict: string; readonly because: string }[];
  readonly reasons: readonly { readonly id: string; readonly decides: boolean; readonly because: string }[];
}

const cases: readonly Decision[] = JSON.parse(
  readFileSync(new URL('../../content/decisions.json', import.meta.url), 'utf8'),
);
const entry = await catalogueEntry('take-the-event-out');
const fiveWays = demonstrationNamed(entry, 'explorables', 'what-it-costs');
const ids = (all: readonly { readonly id: string }[]) => all.map(({ id }) => id);

test('the reason that decides stands now here, now there', () => {
  const places = cases.map(({ reasons }) => reasons.findIndex(({ decides }) => decides));
  expect(new Set(places).size).toBe(3);
});

describe.each(cases.map((each) => [each.id, each] as const))(
  'the case %s',
  (_, { ways, reasons, measured, situation }) => {
    test('judges each way once, and explains it', () => {
      expect(ids(ways)).toEqual(ids(fiveWays.knobs.find(({ id }) => id === 'way')!.options));
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

    test('calls no way fitting that loses what must be done in the case’s own trouble', async () => {
      const lost = (await wayCosts(entry, fiveWays, measured)).filter(({ inTrouble }) => inTrouble === 'never closes');
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
  test('is the same as what the texts lean on: who refuses, who loses, who does not notice', async () => {
    const trouble = async (readers: string, down: string) =>
      Object.fromEntries(
        (await wayCosts(entry, fiveWays, { readers, down })).map(({ id, inTrouble }) => [id, inTrouble]),
      );
    expect(await trouble('1', 'broker')).toMatchObject({ call: '0 ms', 'job row': expect.stringMatching(/^\d\d ms$/) });
    expect(await trouble('1', 'reader')).toMatchObject({ call: 'none, refused' });
    expect(await trouble('1', 'newcomer')).toMatchObject({ topic: 'never closes', log: expect.stringMatching(/ ms$/) });
  });

  test('an order of three readers needs the same two for its answer, by every way but the call', async () => {
    const costs = await wayCosts(entry, fiveWays, { readers: '3', down: 'reader' });
    expect(costs.map(({ id, figures }) => [id, figures['The answer needs']])).toEqual([
      ['call', '5'],
      ['job row', '2'],
      ['queue', '2'],
      ['topic', '2'],
      ['log', '2'],
    ]);
  });

  test('a case that names what cannot be played is told which can', async () => {
    await expect(wayCosts(entry, fiveWays, { readers: '2', down: 'reader' })).rejects.toThrow('name one of 1, 3, 0');
    await expect(
      wayCosts(entry, { ...fiveWays, figures: undefined } as never, { readers: '1', down: 'reader' }),
    ).rejects.toThrow('has no figures');
  });
});

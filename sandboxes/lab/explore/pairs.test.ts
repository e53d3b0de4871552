import { type Fault, type Schedule, scheduleId } from 'lab/authoring';
import { describe, expect, test } from 'vitest';
import { Pairs } from './pairs.ts';

const fault = (n: number): Fault => ({ kind: 'crash', moment: 'before', point: `orders:commit:${n}` });
const all = () => true;

/** So many single faults, and in the play of each all of them are reached. */
function pairsOf(count: number, isWanted: (one: Fault, other: Fault) => boolean = all): Pairs {
  const singles = Array.from({ length: count }, (_, i) => fault(i + 1));
  const pairs = new Pairs(singles, isWanted);
  for (const single of singles) pairs.hear(single, singles);
  for (const _ of pairs.counting());
  return pairs;
}

const idsOf = (schedules: Iterable<Schedule>): string[] => [...schedules].map(scheduleId);

describe('the pairs of some faults', () => {
  test('are all there, each once, and in their order', () => {
    const pairs = pairsOf(4);
    expect(pairs.count).toBe(6);
    expect(idsOf(pairs.sample(6))).toEqual(
      [
        [1, 2],
        [1, 3],
        [1, 4],
        [2, 3],
        [2, 4],
        [3, 4],
      ].map((two) => scheduleId(two.map(fault))),
    );
  });

  test('have those that only one of the two plays led to', () => {
    const [one, two, late] = [fault(1), fault(2), fault(9)];
    const pairs = new Pairs([one, two], all);
    pairs.hear(two, [two, one, late]);
    for (const _ of pairs.counting());
    expect(idsOf(pairs.sample(pairs.count))).toEqual([scheduleId([one, two]), scheduleId([two, late])]);
  });

  test('have none that nobody wants', () => {
    const isOdd = (each: Fault) => 'point' in each && /[13579]$/.test(each.point);
    expect(pairsOf(6, (one, other) => isOdd(one) && isOdd(other)).count).toBe(3);
  });
});

describe('a sample of many pairs', () => {
  test('has as many as were asked for, each once, and is always the same', () => {
    const pairs = pairsOf(150);
    for (const size of [1, 2, 999, pairs.count - 1, pairs.count]) {
      const ids = idsOf(pairs.sample(size));
      expect(new Set(ids).size).toBe(size);
      expect(idsOf(pairsOf(150).sample(size))).toEqual(ids);
    }
  });

  test('is spread over all of them', () => {
    const pairs = pairsOf(150);
    const places = new Map(idsOf(pairs.sample(pairs.count)).map((id, place) => [id, place]));
    const chosen = idsOf(pairs.sample(100)).map((id) => places.get(id)!);
    const widest = Math.max(...chosen.map((place, i) => place - (chosen[i - 1] ?? 0)));
    expect(widest).toBeLessThan((2 * pairs.count) / 100 + 2);
  });

  test('has every fault in it, first and second, when there is room for it', () => {
    const named = new Set(idsOf(pairsOf(40).sample(400)).flatMap((id) => id.split(',')));
    expect(named.size).toBe(40);
  });
});

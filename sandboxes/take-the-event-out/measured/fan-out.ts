import { committed, type Measured, type Scenario, type Trace } from 'lab/authoring';
import { figuresOf, isThroughTheBroker, longestWindow, outcomeWords, TROUBLE_MS, ways } from './ways.ts';

interface FanOut {
  readonly id: string;
  readonly readers: 1 | 3;
  /** How many, one after the other; one by default. */
  readonly orders?: number;
  /** `newcomer`: the first reader has never run before. */
  readonly down: 'reader' | 'newcomer';
}

/** Something happened, and others should do something about it: what the explorable plays, as often as the case has it. */
export function fanOut({ id, readers, orders = 1, down }: FanOut): Measured {
  const scenario = (way: string, isInTrouble: boolean): Scenario => ({
    id: `${id}-by-${way.replace(' ', '-')}${isInTrouble ? '-in-trouble' : ''}`,
    instances: {
      relay: isThroughTheBroker(way) ? 1 : 0,
      invoicing: isInTrouble && down === 'newcomer' ? 0 : 1,
      stock: readers > 1 ? 1 : 0,
      analytics: readers > 1 ? 1 : 0,
    },
    play: async ({ customer, operator, sleep, settled }) => {
      if (isInTrouble && down === 'reader') operator.stop('invoicing');
      for (let i = 0; i < orders; i++) await customer.post('http://orders/orders', { email: 'ada@example.org' });
      if (isInTrouble) {
        await sleep(TROUBLE_MS);
        await operator.start('invoicing');
      }
      await settled();
    },
  });
  return {
    id,
    ways,
    shows: (way, isInTrouble) => ({
      program: 'shown/five-ways',
      settings: { way, readers },
      scenario: scenario(way, isInTrouble),
      schedule: 'calm',
    }),
    figures: (trace) => figuresOf(trace, ['Window', windowOf(trace, readers)]),
    inTrouble: (trace) => windowOf(trace, readers),
  };
}

function windowOf(trace: Trace, readers: number): string {
  const reactions = committed(trace, 'reactions').map(({ row, entry }) => ({ of: row.orderId, entry }));
  return outcomeWords(trace, reactions.length / readers, longestWindow(committed(trace, 'orders'), reactions));
}

import { committed, customersAsked, type Measured, type Trace } from 'lab/authoring';
import { calmly, figuresOf, isThroughTheBroker, TROUBLE_MS, ways, windowWords } from './ways.ts';

/** Steps that depend on each other, each in a service of its own. */
export const aJourney: Measured = {
  id: 'a-journey',
  ways,
  shows: (way, isInTrouble) =>
    calmly('a-journey', way, isInTrouble, {
      instances: { relay: isThroughTheBroker(way) ? 1 : 0 },
      play: async ({ customer, operator, sleep, settled }) => {
        if (isInTrouble) operator.stop('hotel');
        await customer.post('http://journeys/journeys', {});
        if (isInTrouble) {
          await sleep(TROUBLE_MS);
          await operator.start('hotel');
        }
        await settled();
      },
    }),
  figures: (trace) => figuresOf(trace, ['Window', windowOf(trace)]),
  inTrouble: windowOf,
};

function windowOf(trace: Trace): string {
  const [asked] = customersAsked(trace, 'POST');
  if (!asked?.accepted) {
    const cancelled = committed(trace, 'bookings').filter(({ row }) => row.status === 'cancelled').length;
    return `none, refused, ${cancelled} cancelled`;
  }
  const all = committed(trace, 'journeys');
  const [stored, arrived] = [all[0]?.entry, all.find(({ row }) => row.status === 'booked')?.entry];
  return windowWords(stored, arrived, asked.answer) ?? 'never closes';
}

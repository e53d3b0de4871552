import { committed, customersAsked, type Measured, type Trace } from 'lab/authoring';
import { calmly, figuresOf, isThroughTheBroker, TROUBLE_MS, ways, windowWords } from './ways.ts';

/** A question to somebody outside: asked before the order is accepted, or after it. */
export const addressCheck: Measured = {
  id: 'address-check',
  ways,
  shows: (way, isInTrouble) =>
    calmly('a-check', way, isInTrouble, {
      instances: { relay: isThroughTheBroker(way) ? 1 : 0, checker: way === 'call' ? 0 : 1 },
      play: async ({ customer, operator, sleep, settled }) => {
        if (isInTrouble) operator.stop('addresses');
        await customer.post('http://shop/orders', { address: 'Ink Street 1' });
        if (isInTrouble) {
          await sleep(TROUBLE_MS);
          await operator.start('addresses');
        }
        await settled();
      },
    }),
  figures: (trace) => figuresOf(trace, ['Window', windowOf(trace)]),
  inTrouble: windowOf,
};

function windowOf(trace: Trace): string {
  const [asked] = customersAsked(trace, 'POST');
  if (!asked?.accepted) return 'none, refused';
  const stored = committed(trace, 'orders')[0]?.entry;
  const checked = committed(trace, 'checks')[0]?.entry;
  return windowWords(stored, checked, asked.answer) ?? `accepted after ${asked.answerMs} ms, never checked`;
}

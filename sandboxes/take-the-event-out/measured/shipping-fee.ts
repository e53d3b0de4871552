import { customersAsked, type Measured, type Trace } from 'lab/authoring';
import { costsOf } from '../costs.ts';
import { calmly, figuresOf, TROUBLE_MS, ways } from './ways.ts';

/** A question, and somebody who waits for its answer. */
export const shippingFee: Measured = {
  id: 'shipping-fee',
  ways,
  shows: (way, isInTrouble) =>
    calmly('a-question', way, isInTrouble, {
      given: { tariffs: [{ zone: 'north', cents: 490 }] },
      play: async ({ customer, operator, sleep, settled }) => {
        if (isInTrouble) operator.stopBroker();
        await customer.post('http://checkout/fees', { zone: 'north' });
        if (isInTrouble) {
          await sleep(TROUBLE_MS);
          operator.startBroker();
        }
        await settled();
      },
    }),
  figures: (trace) => figuresOf(trace, ['She waits', waited(trace)], costsOf(trace).atWorkMeanwhile),
  inTrouble: waited,
};

function waited(trace: Trace): string {
  const [asked] = customersAsked(trace, 'POST');
  if (!asked?.answer) return 'no answer';
  return asked.accepted ? `${asked.answerMs} ms` : `no fee, after ${asked.answerMs} ms`;
}

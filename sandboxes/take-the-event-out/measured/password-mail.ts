import { committed, customersAsked, is, type Measured, type Trace } from 'lab/authoring';
import { calmly, figuresOf, TROUBLE_MS, ways, windowWords } from './ways.ts';

/** One duty in one program, that ends outside of it. */
export const passwordMail: Measured = {
  id: 'password-mail',
  ways,
  shows: (way, isInTrouble) =>
    calmly('a-mail', way, isInTrouble, {
      play: async ({ customer, operator, sleep, settled }) => {
        if (isInTrouble) operator.stopMail();
        await customer.post('http://shop/resets', { email: 'ada@example.org' });
        if (isInTrouble) {
          await sleep(TROUBLE_MS);
          operator.startMail();
        }
        await settled();
      },
    }),
  figures: (trace) => figuresOf(trace, ['Window', windowOf(trace)]),
  inTrouble: windowOf,
};

function windowOf(trace: Trace): string {
  const [asked] = customersAsked(trace, 'POST');
  if (!asked?.accepted) return `none, told after ${asked?.answerMs} ms that it failed`;
  const stored = committed(trace, 'links')[0]?.entry;
  return windowWords(stored, trace.find(is('mailed')), asked.answer) ?? 'never closes';
}

import type { Platform, Start } from 'lab';
import { asRecord, type Check, failed, is, passed, type Scenario, type Trace, type Verdict } from 'lab/authoring';
import { type Order, ordersOf } from '../reading.ts';
import { orderOnTheShelf } from '../scenarios.ts';
import { nobodyOrdered } from './nobody-ordered.ts';

/** One only listens, one changes what it was handed, one fails at it every time. */
const guests: Readonly<Record<string, Start>> = {
  analytics: (platform) => hears(platform, 'analytics', () => {}),
  loyalty: (platform) =>
    hears(platform, 'loyalty', (event) => {
      for (const name of Object.keys(event)) event[name] = 'spoiled';
    }),
  fraud: (platform) =>
    hears(platform, 'fraud', () => {
      throw new Error('the model is not ready');
    }),
};

function hears({ broker }: Platform, queue: string, handle: (event: Record<string, unknown>) => void): Promise<void> {
  return broker.subscribe('order.placed', { queue, deliveryLimit: 3 }, handle);
}

const withThree: Scenario = { ...orderOnTheShelf, id: 'three-more-listen', guests };

export const everybodyHears: Check = {
  id: 'everybody-hears',
  title:
    'Three more may listen to order.placed, one of them spoiling its copy and one failing, and everybody hears the same',
  scenario: withThree,
  scope: [],
  verdict: (trace) => nobodyOrdered(trace) ?? deaf(trace) ?? passed(),
};

function deaf(trace: Trace): Verdict | undefined {
  for (const order of ordersOf(trace)) {
    for (const guest of Object.keys(guests)) {
      const heard = trace
        .filter(is('delivered'))
        .filter((e) => e.process === guest && asRecord(e.body).orderId === order.id);
      if (heard.length === 0)
        return failed(
          `${guest} had subscribed to order.placed and heard nothing of ${order.name}'s order.`,
          order.answer,
        );
    }
    const mail = mailTo(trace, order);
    if (!mail) return failed(`With three more listening, ${order.name} got no mail.`, order.answer);
  }
  return undefined;
}

const mailTo = (trace: Trace, { email }: Order) => trace.filter(is('mailed')).find(({ to }) => to === email);

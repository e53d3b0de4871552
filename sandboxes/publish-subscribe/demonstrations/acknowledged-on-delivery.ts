import { type BreakIt, failed, passed, type Scenario } from 'lab/authoring';
import { unconfirmed } from '../checks/unconfirmed.ts';
import { ordersOf } from '../reading.ts';

const twoOrders: Scenario = {
  id: 'two-orders-one-after-the-other',
  play: async ({ customer, sleep, settled }) => {
    await customer.post('http://orders/orders', { email: 'ada@example.org' });
    await sleep(300);
    await customer.post('http://orders/orders', { email: 'grace@example.org' });
    await settled();
  },
};

export const acknowledgedOnDelivery: BreakIt = {
  id: 'acknowledged-on-delivery',
  promise: 'Whoever was told that her order is accepted gets a mail.',
  program: 'shown/acknowledges-first',
  scenario: twoOrders,
  places: [
    { schedule: 'crash-before@orders:publish:order.created:1', label: 'orders dies before it publishes Ada’s order' },
    { schedule: 'duplicate-0@broker:deliver:confirmation:1', label: 'Ada’s order comes twice' },
    { schedule: 'delay-500@broker:deliver:confirmation:1', label: 'Ada’s order comes half a second late' },
    { schedule: 'crash-before@confirmation:mail:1', label: 'confirmation dies before its first mail' },
    { schedule: 'crash-after@confirmation:mail:2', label: 'confirmation dies after its second mail' },
    { schedule: 'fail-before@confirmation:mail:2', label: 'the mail provider refuses the second mail' },
  ],
  verdict: (trace) => (ordersOf(trace).length === 0 ? failed('Nobody was told so.') : (unconfirmed(trace) ?? passed())),
  held: (_, schedule) => HELD[schedule] ?? 'Both got their mail.',
};

const HELD: Readonly<Record<string, string>> = {
  'crash-before@orders:publish:order.created:1':
    'Ada got no answer, so nothing was promised to her. Grace came later and was served.',
  'duplicate-0@broker:deliver:confirmation:1': 'Ada got two mails. That is lesson 5; nobody was forgotten.',
  'delay-500@broker:deliver:confirmation:1': 'It came after Grace’s, and it came.',
  'crash-after@confirmation:mail:2':
    'Both mails had left, and there was nothing to lose. With the acknowledgement after the work, the second one would have gone out once more.',
};

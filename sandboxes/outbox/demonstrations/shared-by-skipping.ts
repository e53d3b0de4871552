import { is, type Prediction } from 'lab/authoring';
import { stock } from './stock.ts';

export const sharedBySkipping: Prediction = {
  id: 'two-relays-skip-what-is-locked',
  question:
    'Ada’s order was placed and paid, so two rows wait. Two relays each take the first row that is not locked (for update skip locked). The broker takes 200 ms longer over the message of relay 1. What do readers hear?',
  program: 'wrong/skips-what-is-locked',
  schedule: 'delay-200@relay-1:publish:order.placed:1',
  scenario: {
    id: 'placed-and-paid',
    instances: { relay: 2 },
    guests: { stock },
    play: async ({ customer, settled }) => {
      const placed = await customer.post('http://orders/orders', { email: 'ada@example.org' });
      await customer.post(`http://orders/orders/${String(placed?.body.orderId)}/payment`, {});
      await settled();
    },
  },
  options: [
    {
      id: 'placed-first',
      label: 'order.placed, then order.paid. Both relays go by position.',
      because:
        'Each goes by position among the rows that are not locked. Which of two messages arrives first is a race.',
    },
    {
      id: 'paid-first',
      label: 'order.paid, and 200 ms later order.placed.',
      because: 'Relay 2 skipped the locked row and took the next one, of the same order. Its message was quicker.',
    },
    {
      id: 'once',
      label: 'Only order.paid. Relay 2 has overtaken relay 1, which then finds nothing to do.',
      because: 'Relay 1 holds its row and will publish it. Skipping loses nothing but the order.',
    },
  ],
  outcome: (trace) => {
    const topics = trace.filter(is('published')).map(({ topic }) => topic);
    if (topics.length < 2) return 'once';
    return topics[0] === 'order.paid' ? 'paid-first' : 'placed-first';
  },
};

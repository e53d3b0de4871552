import { committed, type Prediction } from 'lab/authoring';

export const twoServicesOneQueue: Prediction = {
  id: 'two-services-one-queue',
  question:
    'Stock and analytics both take from the queue orders, and both patterns fit order.created. Four customers order. How many of the four orders does analytics hear of?',
  program: 'shown/one-subscriber',
  settings: { layout: 'one for both services', pattern: 'order.created' },
  schedule: 'calm',
  scenario: {
    id: 'four-orders',
    play: async ({ customer, settled }) => {
      for (const name of ['ada', 'grace', 'mary', 'joan'])
        await customer.post('http://orders/orders', { email: `${name}@example.org` });
      await settled();
    },
  },
  options: [
    {
      id: '4',
      label: 'Four. Both have subscribed, so both get everything.',
      because:
        'They have subscribed with one queue, and the queue is what has the subscription. It got one copy of each order.',
    },
    {
      id: '2',
      label: 'Two. They take turns.',
      because:
        'The queue got one copy of each order and hands each to one of its consumers. It does not know that they are two services with different work.',
    },
    {
      id: '0',
      label: 'None. Stock was there first and takes them all.',
      because: 'All who take from a queue get their share, whenever they came.',
    },
  ],
  outcome: (trace) => String(committed(trace, 'counted').length),
};

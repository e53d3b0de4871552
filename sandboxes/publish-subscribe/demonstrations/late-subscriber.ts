import { committed, is, type Prediction } from 'lab/authoring';

export const lateSubscriber: Prediction = {
  id: 'a-late-subscriber',
  question:
    'Analytics is new. Its queue is declared a second after Ada has ordered, and a second before Grace does. Until then, only stock has subscribed. What does analytics hear of?',
  program: 'shown/one-subscriber',
  settings: { pattern: 'order.#', subscribesAfterMs: 1_000 },
  schedule: 'calm',
  scenario: {
    id: 'before-and-after',
    play: async ({ customer, sleep, settled }) => {
      await customer.post('http://orders/orders', { email: 'ada@example.org' });
      await sleep(2_000);
      await customer.post('http://orders/orders', { email: 'grace@example.org' });
      await settled();
    },
  },
  options: [
    {
      id: 'both',
      label: 'Of both orders. The topic keeps what was published.',
      because:
        'A topic is a rule for copying and keeps nothing. Ada’s order was copied into the queues that were there, and that was one.',
    },
    {
      id: 'grace',
      label: 'Of Grace’s order alone.',
      because:
        'A queue gets what comes while it is bound. What was published before it is not made up for, and nobody is told that something is missing.',
    },
    {
      id: 'none',
      label: 'Of neither. Stock was first and has the topic.',
      because: 'Subscribers do not compete for a topic. Each queue gets its own copy.',
    },
  ],
  outcome: (trace) => {
    const told = trace.filter(is('published')).map(({ message }) => message);
    const heard = told.filter((message) =>
      trace.some((entry) => entry.kind === 'delivered' && entry.process === 'analytics' && entry.message === message),
    );
    if (heard.length === 2) return 'both';
    return heard.length === 1 && committed(trace, 'counted').length === 1 ? 'grace' : 'none';
  },
};

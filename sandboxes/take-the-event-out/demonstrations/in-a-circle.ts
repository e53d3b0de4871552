import { is, type Prediction } from 'lab/authoring';

const WATCHED_MS = 600;

export const inACircle: Prediction = {
  id: 'in-a-circle',
  question: `Confirmation mails about order.* and then tells confirmation.sent. Orders notes that on the order and tells order.updated. Ada orders once. How many mails has she got ${WATCHED_MS} ms later?`,
  program: 'shown/a-circle',
  schedule: 'calm',
  scenario: {
    id: 'ada-orders-once',
    play: async ({ customer, settled }) => {
      await customer.post('http://orders/orders', { email: 'ada@example.org' });
      await settled(WATCHED_MS);
    },
  },
  options: [
    {
      id: 'one',
      label: 'One. She ordered once.',
      because:
        'The mail is a reaction to whatever is told about her order, and the mail itself is the next news about it.',
    },
    {
      id: 'two',
      label: 'Two. One about order.placed and one about order.updated.',
      because:
        'The second mail is told as confirmation.sent, like the first. Nothing makes the second round another than the first.',
    },
    {
      id: 'more',
      label: 'One more with every round, for as long as the processes run.',
      because:
        'Each of the two reacts to the other. Neither program has a loop in it; the loop is in the topics, and no compiler reads those.',
    },
  ],
  outcome: (trace) => {
    const mails = trace.filter(is('mailed')).length;
    return mails === 1 ? 'one' : mails === 2 ? 'two' : 'more';
  },
};

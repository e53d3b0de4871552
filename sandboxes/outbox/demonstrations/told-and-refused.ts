import { committed, is, type Prediction } from 'lab/authoring';
import { fromCommitToTelling } from '../window.ts';
import { stock } from './stock.ts';

export const toldAndRefused: Prediction = {
  id: 'published-inside-the-transaction',
  question:
    'The third route cancels Ada’s order and publishes order.cancelled inside the transaction. Then the database refuses the commit. What do we have?',
  program: 'starter',
  schedule: 'fail-before@orders:commit:2',
  scenario: {
    id: 'ada-cancels',
    instances: { relay: 0 },
    guests: { stock },
    play: async ({ customer, settled }) => {
      const placed = await customer.post('http://orders/orders', { email: 'ada@example.org' });
      await customer.post(`http://orders/orders/${String(placed?.body.orderId)}/cancellation`, {});
      await settled();
    },
  },
  options: [
    {
      id: 'neither',
      label: 'Neither. The transaction is rolled back, and the message with it.',
      because:
        'The rollback undoes rows. The message had left for another system, which has never heard of this transaction.',
    },
    {
      id: 'untold',
      label: 'A cancelled order of which nobody was told.',
      because: 'A refused commit leaves no cancelled order. It is the other half that remains.',
    },
    {
      id: 'phantom',
      label: 'An order that is not cancelled, and a stock that was told it is.',
      because:
        'The publish was confirmed in the middle of the transaction and the commit failed after it. Nothing can call the message back.',
    },
  ],
  outcome: (trace) => {
    const isTold = trace.some((entry) => is('published')(entry) && entry.topic === 'order.cancelled');
    const isCancelled = committed(trace, 'orders').some(({ row }) => row.status === 'cancelled');
    if (isTold) return isCancelled ? 'both' : 'phantom';
    return isCancelled ? 'untold' : 'neither';
  },
  window: fromCommitToTelling,
};

import { customersAsked, is, type Prediction } from 'lab/authoring';
import { invoicesOf } from '../reading.ts';
import { invoicingComesLater } from '../scenarios.ts';
import { fromOrderToInvoice } from '../window.ts';

export const deployedTooLate: Prediction = {
  id: 'invoicing-is-deployed-late',
  question:
    'The outbox and its relay work. Ada and Grace order, and half a second later invoicing is deployed for the first time; it subscribes to order.placed. What becomes of their invoices?',
  program: 'starter',
  schedule: 'calm',
  scenario: invoicingComesLater,
  options: [
    {
      id: 'invoiced',
      label: 'They are written as soon as invoicing runs. The outbox loses nothing.',
      because:
        'The outbox sees to it that every fact reaches the broker, and each did. Whom the broker then has for it is another question.',
    },
    {
      id: 'retried',
      label: 'The relay gets an error and tries again until somebody has subscribed.',
      because:
        'Confirmation and analytics had subscribed, so there were copies to make. With no subscriber at all the broker would have confirmed as well.',
    },
    {
      id: 'never',
      label: 'They are never written, and nobody is told.',
      because:
        'A topic copies to the queues that are there. Invoicing’s was not, and for a fact that is no error. For a duty it is a loss without a trace.',
    },
  ],
  outcome: (trace) => {
    if (invoicesOf(trace).length > 0) return 'invoiced';
    const isConfirmed = trace.filter(is('published')).length === customersAsked(trace, 'POST').length * 3;
    return isConfirmed ? 'never' : 'retried';
  },
  window: fromOrderToInvoice,
};

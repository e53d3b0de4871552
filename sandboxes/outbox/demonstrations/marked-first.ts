import type { BreakIt } from 'lab/authoring';
import { nothingLost } from '../checks/nothing-lost.ts';
import { heardByStock } from './stock.ts';

export const markedFirst: BreakIt = {
  id: 'marked-and-not-published',
  promise: 'Whatever was committed is told in the end.',
  program: 'wrong/marks-before-publishing',
  scenario: heardByStock(nothingLost.scenario),
  places: [
    { schedule: 'crash-after@orders:commit:1', label: 'orders dies after its first commit' },
    { schedule: 'crash-before@relay-1:commit:1', label: 'relay 1 dies before it has claimed its first batch' },
    { schedule: 'crash-after@relay-1:commit:1', label: 'relay 1 dies after it has claimed its first batch' },
    { schedule: 'fail-before@relay-1:publish:order.placed:1', label: 'the broker refuses the first message' },
    { schedule: 'fail-after@relay-1:publish:order.paid:1', label: 'the broker’s confirm for order.paid is lost' },
    { schedule: 'delay-1500@relay-1:publish:order.paid:1', label: 'the broker is slow to take order.paid' },
  ],
  verdict: nothingLost.verdict,
  held: (_, schedule) => HELD[schedule] ?? 'Everything was told.',
};

const HELD: Readonly<Record<string, string>> = {
  'crash-after@orders:commit:1':
    'The order and its fact were committed together, and a relay does not care who wrote what it finds.',
  'crash-before@relay-1:commit:1':
    'The claim died with its transaction. The rows were unpublished as before, and the other relay took them.',
  'fail-after@relay-1:publish:order.paid:1':
    'The broker had the message; only its confirm was lost. It was the last of its batch, so nothing was left undone behind it.',
  'delay-1500@relay-1:publish:order.paid:1':
    'Nothing was lost. But order.cancelled was told by the other relay meanwhile, so readers heard of it before the payment.',
};

import type { BreakIt } from 'lab/authoring';
import { nothingLost } from '../checks/nothing-lost.ts';
import { heardByStock } from './stock.ts';

export const committedThenPublished: BreakIt = {
  id: 'committed-and-not-published',
  promise: 'Whatever was committed is told in the end: publishing is tried until the broker has it.',
  program: 'wrong/publishes-after-commit',
  scenario: heardByStock(nothingLost.scenario),
  places: [
    { schedule: 'fail-before@orders:publish:order.placed:1', label: 'the broker refuses the first message' },
    { schedule: 'fail-after@orders:publish:order.placed:1', label: 'the broker’s first confirm is lost' },
    { schedule: 'crash-before@orders:commit:1', label: 'orders dies before its first commit' },
    { schedule: 'crash-after@orders:commit:1', label: 'orders dies after its first commit' },
    { schedule: 'crash-after@orders:answer:1', label: 'orders dies after it has answered the first customer' },
    { schedule: 'crash-after@orders:publish:order.cancelled:1', label: 'orders dies after its last publish' },
  ],
  verdict: nothingLost.verdict,
  held: (_, schedule) => HELD[schedule] ?? 'Everything was told.',
};

const HELD: Readonly<Record<string, string>> = {
  'fail-before@orders:publish:order.placed:1':
    'The loop tried again, and the broker took it. While the process lives, it can do that.',
  'fail-after@orders:publish:order.placed:1': 'The loop tried again and told the fact twice, under the same id.',
  'crash-before@orders:commit:1': 'Nothing was committed, so there was nothing to tell.',
  'crash-after@orders:publish:order.cancelled:1': 'By then all had been told.',
};

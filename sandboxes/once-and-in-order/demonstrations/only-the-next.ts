import type { BreakIt } from 'lab/authoring';
import { earlyOnesWait } from '../checks/early-ones-wait.ts';
import { ADA, added, doubled } from '../facts.ts';
import { telling } from './telling.ts';

export const onlyTheNext: BreakIt = {
  id: 'takes-only-the-next',
  promise: 'In the end Ada’s account holds all three of her facts.',
  program: 'wrong/drops-early-ones',
  scenario: telling('a-line-a-doubling-a-line', [added(ADA, 1, 10), doubled(ADA, 2), added(ADA, 3, 5)], 50),
  places: [
    { schedule: 'duplicate-0@broker:deliver:points:1', label: 'version 1 comes twice' },
    { schedule: 'crash-after@points:commit:1', label: 'points dies after it has counted version 1' },
    { schedule: 'delay-300@broker:deliver:points:3', label: 'version 3 is late' },
    { schedule: 'delay-300@broker:deliver:points:2', label: 'version 2 is late' },
    { schedule: 'crash-before@points:commit:2', label: 'points dies before it has counted version 2' },
    { schedule: 'fail-before@points:commit:2', label: 'the database refuses to count version 2' },
  ],
  verdict: earlyOnesWait.verdict,
  held: (_, schedule) => HELD[schedule] ?? 'All three were counted.',
};

const HELD: Readonly<Record<string, string>> = {
  'duplicate-0@broker:deliver:points:1':
    'The copy is not newer than what the account has, so it was dropped, and rightly.',
  'crash-after@points:commit:1': 'Version 1 came back and was known. The others had waited in the queue, behind it.',
  'delay-300@broker:deliver:points:3': 'Nothing was waiting for it. The last one may be as late as it likes.',
  'crash-before@points:commit:2':
    'The connection was lost, and version 2 went back to the head of the queue, before version 3. A crash kept the order.',
};

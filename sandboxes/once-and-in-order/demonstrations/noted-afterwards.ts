import type { BreakIt } from 'lab/authoring';
import { countedOnce } from '../checks/counted-once.ts';
import { ADA, added, reviewed } from '../facts.ts';
import { telling } from './telling.ts';

export const notedAfterwards: BreakIt = {
  id: 'noted-in-a-second-transaction',
  promise: 'However often a line or a review comes, its points are counted once.',
  program: 'wrong/notes-it-afterwards',
  scenario: telling('a-line-and-a-review', [added(ADA, 1, 10), reviewed(ADA, 5)], 300),
  places: [
    { schedule: 'duplicate-1000@broker:deliver:points:2', label: 'the review is published again, a second later' },
    { schedule: 'crash-before@points:commit:3', label: 'points dies before it has counted the review' },
    { schedule: 'crash-after@points:commit:1', label: 'points dies after it has counted the line' },
    { schedule: 'crash-after@points:commit:3', label: 'points dies after it has counted the review' },
    { schedule: 'crash-after@points:commit:4', label: 'points dies after it has noted the review' },
    { schedule: 'fail-before@points:commit:4', label: 'the database refuses the note of the review' },
  ],
  verdict: countedOnce.verdict,
  held: (_, schedule) => HELD[schedule] ?? 'Nothing was counted twice.',
};

const HELD: Readonly<Record<string, string>> = {
  'duplicate-1000@broker:deliver:points:2': 'By then the id was in the inbox, and the copy was skipped.',
  'crash-before@points:commit:3':
    'Nothing had been counted, and nothing noted. The review came back and was counted once.',
  'crash-after@points:commit:1':
    'The line came back, and its id was not in the inbox. But it has a version, and the account had counted version 1.',
  'crash-after@points:commit:4':
    'Counted and noted. The review came back, because it had not been acknowledged, and was skipped.',
};

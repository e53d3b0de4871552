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
    { schedule: 'duplicate-1000@broker:deliver:points:1', label: 'the line is published again, a second later' },
    { schedule: 'crash-before@points:commit:1', label: 'points dies before it has counted the line' },
    { schedule: 'crash-after@points:commit:1', label: 'points dies after it has counted the line' },
    { schedule: 'crash-after@points:commit:2', label: 'points dies after it has noted the line' },
    { schedule: 'fail-before@points:commit:3', label: 'the database refuses to count the review' },
    { schedule: 'fail-before@points:commit:4', label: 'the database refuses the note of the review' },
  ],
  verdict: countedOnce.verdict,
  held: (_, schedule) => HELD[schedule] ?? 'Nothing was counted twice.',
};

const HELD: Readonly<Record<string, string>> = {
  'duplicate-1000@broker:deliver:points:1': 'By then the id was in the inbox, and the copy was skipped.',
  'crash-before@points:commit:1':
    'Nothing had been counted, and nothing noted. The line came back and was counted once.',
  'crash-after@points:commit:2':
    'Counted and noted. The line came back, because it had not been acknowledged, and was skipped.',
  'fail-before@points:commit:3': 'The count was rolled back, the review came again, and was counted then.',
};

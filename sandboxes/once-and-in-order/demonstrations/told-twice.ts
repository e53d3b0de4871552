import type { Prediction } from 'lab/authoring';
import { ADA, reviewed } from '../facts.ts';
import { accountsOf } from '../reading.ts';
import { telling } from './telling.ts';

export const toldTwice: Prediction = {
  id: 'told-twice-not-redelivered',
  question:
    'This consumer skips every message that the broker marks as redelivered. A review is worth 5 points. Its publisher hears no confirm and, half a second later, publishes it again. What is the bonus?',
  program: 'wrong/trusts-the-flag',
  schedule: 'duplicate-500@broker:deliver:points:1',
  scenario: telling('one-review', [reviewed(ADA, 5)], 0),
  options: [
    {
      id: '5',
      label: '5. The second delivery is marked as redelivered, and skipped.',
      because:
        'Redelivered says that this message has been handed out before. The second one is a new message with the same content, and nobody has handed it out yet.',
    },
    {
      id: '10',
      label: '10. The second message is counted like the first.',
      because:
        'To the broker two publishes are two messages. That they tell the same fact stands only inside, in the id that the publisher gave it.',
    },
    {
      id: '0',
      label: '0. Both are marked, because the broker knows that it has two of them.',
      because: 'The broker looks into neither. It marks what it hands out again, and it hands out each of these once.',
    },
  ],
  outcome: (trace) => String(accountsOf(trace, ADA).at(-1)?.bonus ?? 0),
};

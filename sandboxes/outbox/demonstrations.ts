import type { Demonstrations } from 'lab/authoring';
import { commitToTelling } from './demonstrations/commit-to-telling.ts';
import { committedThenPublished } from './demonstrations/committed-then-published.ts';
import { markedFirst } from './demonstrations/marked-first.ts';
import { sharedBySkipping } from './demonstrations/shared-by-skipping.ts';
import { storedAndUntold } from './demonstrations/stored-and-untold.ts';
import { toldAllTheSame } from './demonstrations/told-all-the-same.ts';
import { toldAndRefused } from './demonstrations/told-and-refused.ts';
import { twoTransactions } from './demonstrations/two-transactions.ts';

export default {
  stories: [storedAndUntold, toldAllTheSame],
  predictions: [toldAndRefused, sharedBySkipping],
  explorables: [twoTransactions, commitToTelling],
  breakIts: [committedThenPublished, markedFirst],
} satisfies Demonstrations;

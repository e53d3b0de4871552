import { logSentence, messageSentence } from './message-sentences.ts';
import type { Occurrence } from './occurrence.ts';
import { processSentence, transactionSentence } from './process-sentences.ts';
import { requestSentence } from './request-sentences.ts';
import type { Sentence } from './sentence.ts';
import type { Telling } from './telling.ts';

/** One sentence for each thing that happened, in domain words: behind steps, table and accessible name. */
export function sentenceOf(what: Occurrence, telling: Telling): Sentence {
  switch (what.kind) {
    case 'asked':
    case 'answered':
    case 'no answer':
    case 'read':
      return requestSentence(what, telling);
    case 'committed':
    case 'rolled back':
    case 'waited':
      return transactionSentence(what, telling);
    case 'published':
    case 'delivered':
    case 'acknowledged':
    case 'returned':
    case 'given up':
      return messageSentence(what, telling);
    case 'appended':
    case 'record read':
    case 'offset committed':
    case 'assigned':
      return logSentence(what, telling);
    default:
      return processSentence(what, telling);
  }
}

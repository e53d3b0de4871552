import { changeClauses } from './changes.ts';
import { faultSentence, momentOf } from './faults.ts';
import type { Sentence, Some } from './sentence.ts';
import { messageName, processName, quoted, type Telling, topicOfMessage } from './telling.ts';

export function processSentence(
  what: Some<'mailed' | 'mail refused' | 'crashed' | 'started' | 'struck' | 'broker' | 'said' | 'noted'>,
  telling: Telling,
): Sentence {
  switch (what.kind) {
    case 'mailed': {
      const to = addressee(what, telling);
      const who = processName(telling, what.entry);
      if (!what.before) return { who, does: `sends the mail to ${to}` };
      return {
        who,
        does: `sends the same mail to ${to} again${what.because === undefined ? '' : `; ${what.because}`}`,
      };
    }
    case 'mail refused':
      return { who: 'The mail provider', does: `is down and refuses the mail to ${addressee(what, telling)}` };
    case 'crashed':
      return crashSentence(what, telling);
    case 'started':
      return {
        who: processName(telling, what.entry),
        does: what.first ? 'is released' : 'is back, and its memory is empty',
      };
    case 'struck':
      return faultSentence(
        what.entry.fault,
        what.message === undefined
          ? 'the message'
          : messageName(telling, what.message, topicOfMessage(telling, what.message) ?? 'the message'),
      );
    case 'broker':
      return {
        who: 'The broker',
        does: what.entry.state === 'down' ? 'goes down; what it has accepted it keeps' : 'is back',
      };
    case 'said':
      return { who: processName(telling, what.entry), does: `writes: “${quoted(what.entry.text)}”` };
    case 'noted':
      return notedSentence(what, telling);
  }
}

function addressee({ subjects: [key], entry }: Some<'mailed' | 'mail refused'>, telling: Telling): string {
  return key === undefined ? quoted(entry.to, 40) : telling.subjects.named(key).name;
}

export function transactionSentence(what: Some<'committed' | 'rolled back' | 'waited'>, telling: Telling): Sentence {
  const who = processName(telling, what.entry);
  switch (what.kind) {
    case 'committed':
      return { who, does: `commits: ${changeClauses(what.entry.changes, telling.subjects).join(', ')}` };
    case 'rolled back':
      return { who, does: `rolls its transaction back (${quoted(what.entry.because)}); nothing of it remains` };
    case 'waited':
      return { who, does: 'waits for a row that another transaction has locked' };
  }
}

function crashSentence(what: Some<'crashed'>, telling: Telling): Sentence {
  const who = processName(telling, what.entry);
  const error = what.entry.error === undefined ? '' : `: ${quoted(what.entry.error)}`;
  switch (what.entry.because) {
    case 'stopped':
      return { who, does: what.unreleased ? 'is not released yet' : 'is stopped by the operator' };
    case 'unhandled error':
      return { who, does: `dies of an error that nobody handles${error}` };
    case 'did not start':
      return { who, does: `does not start${error}` };
    default:
      return { who, does: `crashes ${(what.fault && momentOf(what.fault)) ?? ''}`.trimEnd() };
  }
}

function notedSentence(what: Some<'noted'>, telling: Telling): Sentence {
  const { entry } = what;
  const who = 'process' in entry ? processName(telling, entry) : 'The lab';
  switch (entry.kind) {
    case 'loaded':
      return { who, does: `loads ${entry.module}` };
    case 'selected':
      return { who, does: `reads ${entry.rows} ${entry.rows === 1 ? 'row' : 'rows'} of ${entry.table}` };
    case 'wrote':
      return { who, does: `writes, not yet committed: ${changeClauses([entry.change], telling.subjects).join(', ')}` };
    case 'bound':
      return {
        who,
        does: `takes from the queue ${entry.queue}${entry.topics.length === 0 ? '' : `, subscribed to ${entry.topics.join(', ')}`}`,
      };
    case 'logged':
      return { who, does: `writes: “${quoted(entry.text)}”` };
    default:
      return { who, does: OTHER[entry.kind] ?? entry.kind };
  }
}

const OTHER: Readonly<Record<string, string>> = {
  started: 'starts',
  ready: 'is ready',
  began: 'begins a transaction',
  assigned: 'gets its partitions',
};

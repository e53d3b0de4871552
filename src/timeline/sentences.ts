import type { Of } from 'lab/authoring';
import { changeClauses } from './changes.ts';
import { faultSentence, momentOf } from './faults.ts';
import type { Occurrence } from './occurrence.ts';
import { duration, messageName, processName, quoted, type Telling, topicOf } from './telling.ts';

/** Who, and the rest of the sentence from its verb on, without the full stop. */
export interface Sentence {
  readonly who: string;
  readonly does: string;
}

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

type Some<K extends Occurrence['kind']> = Extract<Occurrence, { readonly kind: K }>;

function requestSentence(what: Some<'asked' | 'answered' | 'no answer' | 'read'>, telling: Telling): Sentence {
  const asker = (call: Of<'called'> | undefined) => askerOf(what, call, telling);
  switch (what.kind) {
    case 'asked':
      return { who: asker(what.entry), does: requestClause(what.entry, telling) };
    case 'answered': {
      const to = what.call === undefined ? '' : ` ${lowerFirst(asker(what.call))}`;
      const after = what.call === undefined ? '' : ` after ${duration(what.entry.at - what.call.at)}`;
      const error = what.entry.error === undefined ? '' : ` (${quoted(what.entry.error)})`;
      return { who: processName(telling, what.entry), does: `answers${to} with ${what.entry.status}${error}${after}` };
    }
    case 'no answer': {
      const server = what.call?.to ?? 'server';
      return {
        who: asker(what.call),
        does: `gets no answer from ${server}: ${NO_ANSWER[what.entry.because] ?? what.entry.because}`,
      };
    }
    case 'read': {
      const page =
        what.subjects[0] === undefined
          ? `The page ${shownPath(what.call.path, telling)}`
          : `The page of ${telling.subjects.named(what.subjects[0]).order}`;
      if (what.entry.status === 404)
        return { who: page, does: `is not found${what.stale ? ', although the order is stored' : ''}` };
      return { who: page, does: `shows “${quoted(what.shown, 40)}”${what.stale ? ', which is out of date' : ''}` };
    }
  }
}

function askerOf(what: Occurrence, call: Of<'called'> | undefined, telling: Telling): string {
  if (call && call.from !== 'customer') return `The ${call.from} process`;
  const key = what.subjects[0];
  const subject = key === undefined ? undefined : telling.subjects.named(key);
  return subject && subject.order !== subject.name ? subject.name : 'The customer';
}

function requestClause(call: Of<'called'>, telling: Telling): string {
  if (call.from !== 'customer') return `calls ${call.to}: ${call.method} ${shownPath(call.path, telling)}`;
  if (call.method === 'POST' && call.path === '/orders') return 'places an order';
  return `asks ${call.to}: ${call.method} ${shownPath(call.path, telling)}`;
}

/** Paths carry ids, and nobody reads those. */
function shownPath(path: string, telling: Telling): string {
  const human = path
    .split('/')
    .map((part) => (telling.subjects.byIdentifier(part) ? `(${telling.subjects.byIdentifier(part)!.order})` : part));
  return quoted(human.join('/'), 60);
}

function transactionSentence(what: Some<'committed' | 'rolled back' | 'waited'>, telling: Telling): Sentence {
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

function messageSentence(
  what: Some<'published' | 'delivered' | 'acknowledged' | 'returned' | 'given up'>,
  telling: Telling,
): Sentence {
  const name = messageName(telling, what.message, topicOf(telling, what.entry));
  switch (what.kind) {
    case 'published': {
      const to =
        what.entry.to.length === 0
          ? '; nobody is subscribed'
          : what.entry.to.length > 1
            ? `; a copy goes to each of ${what.entry.to.length} queues`
            : '';
      return { who: processName(telling, what.entry), does: `publishes ${name}${to}` };
    }
    case 'delivered': {
      const times = what.entry.deliveryCount;
      const again = times === 0 ? '' : times === 1 ? ' again' : ` again, for the ${ordinal(times + 1)} time`;
      return { who: 'The broker', does: `hands ${name} to ${lowerFirst(processName(telling, what.entry))}${again}` };
    }
    case 'acknowledged':
      return { who: processName(telling, what.entry), does: `acknowledges ${name}` };
    case 'returned':
      return what.entry.because === 'connection lost'
        ? { who: 'The broker', does: `keeps ${name}: it was never acknowledged` }
        : { who: 'The broker', does: `takes ${name} back: the handler failed (${quoted(what.entry.because)})` };
    case 'given up':
      return {
        who: 'The broker',
        does:
          what.entry.to === null
            ? `gives ${name} up; it is lost`
            : `gives ${name} up and puts it into ${what.entry.to}`,
      };
  }
}

function logSentence(
  what: Some<'appended' | 'record read' | 'offset committed' | 'assigned'>,
  telling: Telling,
): Sentence {
  const who = processName(telling, what.entry);
  switch (what.kind) {
    case 'appended':
      return {
        who,
        does: `appends ${messageName(telling, what.message, what.entry.log)} to partition ${what.entry.partition}, offset ${what.entry.offset}`,
      };
    case 'record read':
      return {
        who,
        does: `reads ${messageName(telling, what.message, what.entry.log)} at offset ${what.entry.offset} of partition ${what.entry.partition}`,
      };
    case 'offset committed':
      return {
        who,
        does: `commits offset ${what.entry.offset} of ${what.entry.log}, partition ${what.entry.partition}`,
      };
    case 'assigned':
      return {
        who,
        does: `now reads ${partitions(what.entry.partitions)} of ${what.entry.log} for the group ${what.entry.group}`,
      };
  }
}

function processSentence(
  what: Some<'mailed' | 'crashed' | 'started' | 'struck' | 'broker' | 'said' | 'noted'>,
  telling: Telling,
): Sentence {
  switch (what.kind) {
    case 'mailed': {
      const key = what.subjects[0];
      const to = key === undefined ? quoted(what.entry.to, 40) : telling.subjects.named(key).name;
      const who = processName(telling, what.entry);
      if (!what.before) return { who, does: `sends the mail to ${to}` };
      return {
        who,
        does: `sends the same mail to ${to} again${what.because === undefined ? '' : `; ${what.because}`}`,
      };
    }
    case 'crashed':
      return crashSentence(what, telling);
    case 'started':
      return { who: processName(telling, what.entry), does: 'is back, and its memory is empty' };
    case 'struck':
      return faultSentence(
        what.entry.fault,
        what.message === undefined ? 'the message' : messageName(telling, what.message, topicOfMessage(what, telling)),
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

function crashSentence(what: Some<'crashed'>, telling: Telling): Sentence {
  const who = processName(telling, what.entry);
  const error = what.entry.error === undefined ? '' : `: ${quoted(what.entry.error)}`;
  switch (what.entry.because) {
    case 'stopped':
      return { who, does: 'is stopped by the operator' };
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

function topicOfMessage(what: Occurrence, telling: Telling): string {
  const number = Number(what.message?.split(' ')[1]);
  return telling.index.published.get(number)?.topic ?? 'the message';
}

function partitions(numbers: readonly number[]): string {
  if (numbers.length === 0) return 'no partition';
  return numbers.length === 1 ? `partition ${numbers[0]}` : `partitions ${numbers.join(', ')}`;
}

const NO_ANSWER: Readonly<Record<string, string>> = {
  refused: 'nobody listens there',
  reset: 'the connection broke',
  'timed out': 'the time was up',
};

const OTHER: Readonly<Record<string, string>> = {
  started: 'starts',
  ready: 'is ready',
  began: 'begins a transaction',
  assigned: 'gets its partitions',
};

const lowerFirst = (text: string): string =>
  text.startsWith('The ') || text.startsWith('Another ') ? text[0]!.toLowerCase() + text.slice(1) : text;

function ordinal(number: number): string {
  const tens = number % 100;
  if (tens > 10 && tens < 14) return `${number}th`;
  return `${number}${['th', 'st', 'nd', 'rd'][number % 10] ?? 'th'}`;
}

import type { Of } from 'lab/authoring';
import type { Occurrence } from './occurrence.ts';
import { readersClause } from './replicas.ts';
import { lowerFirst, type Sentence, type Some } from './sentence.ts';
import { duration, processName, quoted, type Telling } from './telling.ts';

export function requestSentence(what: Some<'asked' | 'answered' | 'no answer' | 'read'>, telling: Telling): Sentence {
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
      const from = what.readers.length === 0 ? '' : `; ${readersClause(what.readers)}`;
      if (what.entry.status === 404)
        return { who: page, does: `is not found${what.stale ? ', although the order is stored' : ''}${from}` };
      return {
        who: page,
        does: `shows “${quoted(what.shown, 40)}”${what.stale ? ', which is out of date' : ''}${from}`,
      };
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

const NO_ANSWER: Readonly<Record<string, string>> = {
  refused: 'nobody listens there',
  reset: 'the connection broke',
  'timed out': 'the time was up',
};

import type { Entry, Of } from 'lab/authoring';
import type { Subjects } from './subjects.ts';
import type { TraceIndex } from './trace-index.ts';

export interface Repeat {
  /** The same mail, when it had left before. */
  readonly before: Of<'mailed'> | undefined;
  /** Half a sentence that says what made the process send it again; absent when the trace does not tell. */
  readonly because: string | undefined;
}

/**
 * Two mails are the same when they go to the same address about the same subject, or say the same; unless somebody asked
 * for something in the name of that address in between, which is then what the second one is about.
 */
export function sameMail(mail: Of<'mailed'>, index: TraceIndex, subjects: Subjects): Repeat {
  const about = subjects.of(mail.seq);
  for (let seq = mail.seq - 1; seq >= 0; seq--) {
    const entry = index.trace[seq];
    if (entry && asksFor(entry, mail.to)) break;
    if (entry?.kind !== 'mailed' || entry.to !== mail.to || entry.subject !== mail.subject) continue;
    if (entry.text !== mail.text && !subjects.of(seq).some((key) => about.includes(key))) continue;
    return { before: entry, because: reasonFor(mail, entry, index, subjects) };
  }
  return { before: undefined, because: undefined };
}

/** Somebody outside sends something in which this address stands. */
function asksFor(entry: Entry, address: string): boolean {
  if (entry.kind !== 'called' || entry.from !== 'customer' || entry.method !== 'POST') return false;
  const { body } = entry;
  return typeof body === 'object' && body !== null && Object.values(body).includes(address);
}

function reasonFor(
  mail: Of<'mailed'>,
  before: Of<'mailed'>,
  index: TraceIndex,
  subjects: Subjects,
): string | undefined {
  const about = subjects.of(mail.seq);
  const sameProcess = mail.process === before.process && mail.instance === before.instance;
  let handed: Of<'delivered'> | undefined;
  for (let seq = before.seq + 1; seq < mail.seq; seq++) {
    const entry = index.trace[seq];
    if (
      entry?.kind === 'crashed' &&
      sameProcess &&
      entry.process === mail.process &&
      entry.instance === mail.instance
    ) {
      return `what it knew of the first one went with the ${entry.because === 'stopped' ? 'restart' : 'crash'}`;
    }
    if (entry?.kind !== 'delivered' || entry.process !== mail.process || entry.instance !== mail.instance) continue;
    if (subjects.of(seq).some((key) => about.includes(key))) handed = entry;
  }
  if (!handed) return undefined;
  return handed.deliveryCount > 0
    ? `the broker had handed it ${handed.topic} again`
    : `a second copy of ${handed.topic} had reached it`;
}

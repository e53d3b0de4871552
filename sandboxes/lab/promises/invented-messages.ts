import type { Entry, Of, Played, Trace } from 'lab/authoring';
import { type Account, accountsOf, nameOf } from './message-accounts.ts';
import { entries } from './playing.ts';

/**
 * Whatever is delivered or read was published before, with this body, to this queue or log; it is delivered once, and once
 * more for each return and each copy that a fault made. Sentences about what was not.
 */
export function inventedMessages({ trace }: Played): string[] {
  const accounts = accountsOf(trace);
  const known = new Set(accounts.map(({ message, queue }) => `${message} ${queue}`));
  const unknown = entries(trace, 'delivered').filter(({ message, queue }) => !known.has(`${message} ${queue}`));
  return [
    ...unknown.map(({ message, queue }) => `message ${message} was delivered from ${queue}, which it never reached`),
    ...accounts.flatMap((account) => wrongDeliveries(account, trace)),
    ...wrongSettlements(trace),
    ...wrongReads(trace),
    ...strangers(trace),
  ];
}

function wrongDeliveries({ message, queue, arrived, delivered, returned }: Account, trace: Trace): string[] {
  const complaints: string[] = [];
  const published = entries(trace, 'published', { message })[0];
  for (const { seq, topic, body, deliveryCount } of delivered) {
    const about = `message ${message} from ${queue}`;
    if (seq < arrived.seq) complaints.push(`${about} was delivered before it got there`);
    if (topic !== published?.topic) complaints.push(`${about} came as ${topic}`);
    if (JSON.stringify(body) !== JSON.stringify(published?.body)) complaints.push(`${about} came with another body`);
    const returns = returned.filter((back) => back.seq < seq).length;
    if (deliveryCount > returns) complaints.push(`${about} came back more often than it was returned`);
  }
  const firsts = delivered.filter(({ deliveryCount }) => deliveryCount === 0).length;
  const arrivals = Math.max(
    1,
    entries(trace, 'given up').filter((dead) => dead.message === message && dead.to === queue).length,
  );
  if (firsts > arrivals + copiesMade(trace, queue))
    complaints.push(`message ${message} came ${firsts} times from ${queue}`);
  if (delivered.length > firsts + returned.length) complaints.push(`message ${message} came again without a return`);
  return complaints;
}

/** Copies that faults made in this queue, or in one whose dead letters come here. */
function copiesMade(trace: Trace, queue: string): number {
  return entries(trace, 'struck').filter(
    ({ fault }) => fault.kind === 'duplicate' && fault.point.startsWith(`broker:deliver:${queue}:`),
  ).length;
}

/** A delivery happens once and is settled once, by whoever has it. */
function wrongSettlements(trace: Trace): string[] {
  const delivered = new Map<number, Of<'delivered'>>();
  const settled = new Set<number>();
  return trace.flatMap((entry): string[] => {
    if (entry.kind === 'delivered') {
      const isKnown = delivered.has(entry.delivery);
      delivered.set(entry.delivery, entry);
      return isKnown ? [`delivery ${entry.delivery} happened twice`] : [];
    }
    if (entry.kind !== 'acknowledged' && entry.kind !== 'returned') return [];
    const complaints = settled.has(entry.delivery) ? [`delivery ${entry.delivery} was settled twice`] : [];
    settled.add(entry.delivery);
    const taken = delivered.get(entry.delivery);
    if (entry.kind === 'acknowledged' && (!taken || nameOf(taken) !== nameOf(entry)))
      complaints.push(`delivery ${entry.delivery} was acknowledged by somebody who did not have it`);
    return complaints;
  });
}

/** What a group reads, and what its handler says it got, is what was appended there. */
function wrongReads(trace: Trace): string[] {
  return entries(trace, 'read').flatMap((read) => {
    const { log, partition, offset } = read;
    const appended = entries(trace, 'appended', { log, partition, offset })[0];
    const about = `${log}/${partition} at ${offset}`;
    if (!appended || appended.seq > read.seq) return [`${about} was read before it was written`];
    return appended.message === read.message ? [] : [`${about} was read as another message`];
  });
}

/** Handlers say what they got; it must have been handed to just this life. */
function strangers(trace: Trace): string[] {
  const handed = new Map<string, Set<string>>();
  const bodies = new Map(entries(trace, 'appended').map(({ message, body }) => [message, body]));
  return trace.flatMap((entry): string[] => {
    const body = bodyOf(entry, bodies);
    if (body !== undefined && 'life' in entry) {
      const own = handed.get(nameOf(entry)) ?? new Set();
      handed.set(nameOf(entry), own.add(String((body as { readonly id?: unknown }).id)));
    }
    if (entry.kind !== 'logged' || !entry.text.startsWith('got ')) return [];
    const id = entry.text.slice('got '.length);
    return handed.get(nameOf(entry))?.has(id) ? [] : [`${nameOf(entry)} got ${id}, which nobody handed to it`];
  });
}

function bodyOf(entry: Entry, appended: ReadonlyMap<number, unknown>): unknown {
  if (entry.kind === 'delivered') return entry.body;
  return entry.kind === 'read' ? appended.get(entry.message) : undefined;
}

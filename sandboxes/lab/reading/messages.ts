import type { Of, Trace } from 'lab/authoring';
import { is } from './entries.ts';

/** One message as somebody told it, to a topic of queues or into a log. */
export interface Telling {
  readonly topic: string;
  readonly body: unknown;
  readonly entry: Of<'published'> | Of<'appended'>;
}

export function tellings(trace: Trace): readonly Telling[] {
  return trace.filter(is('published', 'appended')).map((entry) => ({
    topic: entry.kind === 'published' ? entry.topic : entry.log,
    body: entry.body,
    entry,
  }));
}

/** One message as a process was handed it, from a queue or from a log. */
export interface Reception {
  readonly topic: string;
  readonly body: unknown;
  readonly entry: Of<'delivered'> | Of<'read'>;
}

export function receptions(trace: Trace, process: string): readonly Reception[] {
  const records = new Map<string, unknown>();
  const received: Reception[] = [];
  for (const entry of trace) {
    if (entry.kind === 'appended') records.set(recordName(entry), entry.body);
    if (entry.kind === 'delivered' && entry.process === process) {
      received.push({ topic: entry.topic, body: entry.body, entry });
    }
    if (entry.kind === 'read' && entry.process === process) {
      received.push({ topic: entry.log, body: records.get(recordName(entry)), entry });
    }
  }
  return received;
}

const recordName = (entry: Of<'appended'> | Of<'read'>): string => `${entry.log}/${entry.partition}/${entry.offset}`;

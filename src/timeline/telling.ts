import { instanceName } from './lane-id.ts';
import { recordName } from './record-name.ts';
import type { Subjects } from './subjects.ts';
import { type MessageKey, messageOf, type TraceIndex } from './trace-index.ts';

/** What a sentence needs to call things by the names people use. */
export interface Telling {
  readonly index: TraceIndex;
  readonly subjects: Subjects;
  /** One order is all this is about, so that messages need not say whose they are. */
  readonly single: boolean;
}

export function processName(telling: Telling, who: { readonly process: string; readonly instance: number }): string {
  if (who.process === 'outside' && !telling.index.instances.has('outside')) return 'Another system';
  return `The ${instanceName(telling.index, who)} process`;
}

/** "order.created about Ada’s order"; the topic alone when the trace tells of one order only. */
export function messageName(telling: Telling, message: MessageKey | undefined, topic: string): string {
  if (telling.single || telling.subjects.all.length < 2 || message === undefined) return topic;
  const source = sourceOf(telling, message);
  const key = source && telling.subjects.of(source.seq)[0];
  const subject = key === undefined ? undefined : telling.subjects.named(key);
  // What is about no order goes by its topic.
  return subject === undefined || subject.name === topic ? topic : `${topic} about ${subject.order}`;
}

export function topicOf(telling: Telling, entry: Parameters<typeof messageOf>[0]): string {
  return topicOfMessage(telling, messageOf(entry)) ?? 'a message';
}

/** A topic, or the event that a record of a log tells; undefined when the trace does not know the message. */
export function topicOfMessage(telling: Telling, message: MessageKey | undefined): string | undefined {
  const source = message && sourceOf(telling, message);
  return source?.kind === 'appended' ? recordName(source) : source?.topic;
}

function sourceOf({ index }: Telling, message: MessageKey) {
  const number = Number(message.split(' ')[1]);
  return message.startsWith('log') ? index.appended.get(number) : index.published.get(number);
}

/** "40 ms", "2 s", "1.6 s". */
export function duration(ms: number): string {
  if (ms < 1_000) return `${Math.round(ms)} ms`;
  const seconds = Math.round(ms / 100) / 10;
  return seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}

/** Somebody else’s text inside a sentence: one line, and no longer than a sentence bears. */
export function quoted(text: string, most = 90): string {
  const one = text.replace(/\s+/g, ' ').trim();
  return one.length > most ? `${one.slice(0, most - 1).trimEnd()}…` : one;
}

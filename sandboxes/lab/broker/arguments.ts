import type { GroupOptions, QueueOptions } from 'lab';
import { copy } from '#network/json.ts';

// What a program passes is looked at when it passes it, so that the error is thrown where the mistake is.

/** AMQP says names as "short strings", of at most 255 bytes. */
const LONGEST_NAME = 255;
/** Half a character, which no wire can carry. */
const LONE_SURROGATE = /\p{Cs}/u;

export function nameOf(what: string, name: unknown): string {
  if (typeof name !== 'string' || name === '')
    throw new TypeError(`${what} is a text that is not empty; this is ${shown(name)}.`);
  if (name.length > LONGEST_NAME || LONE_SURROGATE.test(name))
    throw new TypeError(`${what} is a text of at most ${LONGEST_NAME} characters.`);
  return name;
}

/** A copy of what will be on the wire: later changes to the object change no message. */
export function messageOf(body: unknown): object {
  if (typeof body !== 'object' || body === null) throw new TypeError(`A message is an object; this is ${shown(body)}.`);
  const message: unknown = copy(body);
  if (typeof message !== 'object' || message === null)
    throw new TypeError('A message is an object; this one turns into something else as JSON.');
  return message;
}

export function keyOf(options: unknown): string | null {
  const key: unknown = (options as { key?: unknown } | undefined)?.key;
  if (key === undefined || key === null) return null;
  if (typeof key !== 'string') throw new TypeError(`The key of a message is a text; this is ${shown(key)}.`);
  return key;
}

export function topicsOf(topics: unknown): string[] {
  const all = [topics].flat();
  if (all.length === 0) throw new TypeError('There is no topic to subscribe to.');
  return all.map((topic) => nameOf('A topic', topic));
}

export function handlerOf(handler: unknown): (body: never, meta: never) => void | Promise<void> {
  if (typeof handler !== 'function')
    throw new TypeError(`There is no handler: pass a function that takes the message; this is ${shown(handler)}.`);
  return handler as (body: never, meta: never) => void | Promise<void>;
}

export function isForGroup(from: unknown): from is GroupOptions {
  return typeof from === 'object' && from !== null && 'group' in from;
}

export function queueOptionsOf(from: unknown): QueueOptions {
  if (typeof from !== 'object' || from === null || !('queue' in from))
    throw new TypeError('Say what holds your place: { queue: "…" }, or { group: "…" } for a log.');
  const options = from as QueueOptions;
  nameOf('A queue', options.queue);
  if (options.deadLetter !== undefined) nameOf('A dead letter queue', options.deadLetter);
  if (options.prefetch !== undefined && !(Number.isInteger(options.prefetch) && options.prefetch >= 1))
    throw new TypeError(`prefetch is a whole number from 1; this is ${shown(options.prefetch)}.`);
  if (options.deliveryLimit !== undefined && !(Number.isInteger(options.deliveryLimit) && options.deliveryLimit >= 0)) {
    throw new TypeError(`deliveryLimit is a whole number from 0; this is ${shown(options.deliveryLimit)}.`);
  }
  oneOf('ack', options.ack, ['after handler', 'on delivery']);
  return { ...options };
}

export function groupOptionsOf(from: GroupOptions): GroupOptions {
  nameOf('A group', from.group);
  oneOf('from', from.from, ['earliest', 'latest']);
  oneOf('commit', from.commit, ['after handler', 'on delivery']);
  return { ...from };
}

function oneOf(name: string, value: unknown, allowed: readonly string[]): void {
  if (value === undefined || allowed.includes(value as string)) return;
  throw new TypeError(`${name} is ${allowed.map((one) => `'${one}'`).join(' or ')}; this is ${shown(value)}.`);
}

function shown(value: unknown): string {
  if (typeof value === 'string') return `'${value.slice(0, 40)}'`;
  return value === null || ['number', 'boolean', 'undefined'].includes(typeof value)
    ? String(value)
    : `a value of type ${typeof value}`;
}

import type { Fault, Point, Verb } from 'lab/authoring';

/** "orders publishes order.created, 2nd time": a place where a fault can strike, read from its point. */
export function placeWords(point: Point, verb: Verb): string {
  const [who = '', , ...rest] = point.split(':');
  const target = rest.slice(0, -1).join(':');
  const words = verb === 'deliver' ? `the broker delivers to ${target}` : `${who} ${DOES[verb](target)}`;
  return `${words}, ${ordinal(Number(rest.at(-1)))} time`;
}

/** The same of a point that may come from anywhere: what the lab does not know stays as it is. */
export function pointWords(point: Point): string {
  const [, verb = ''] = point.split(':');
  return isVerb(verb) ? placeWords(point, verb) : point;
}

const isVerb = (text: string): text is Verb => text === 'deliver' || Object.hasOwn(DOES, text);

const DOES: Readonly<Record<Exclude<Verb, 'deliver'>, (target: string) => string>> = {
  commit: () => 'commits',
  publish: (topic) => `publishes ${topic}`,
  send: (queue) => `sends to ${queue}`,
  mail: () => 'sends a mail',
  ack: () => 'acknowledges',
  offset: () => 'commits its offset',
  call: (to) => `calls ${to}`,
  answer: () => 'answers',
};

function ordinal(count: number): string {
  const teen = count % 100 >= 11 && count % 100 <= 13;
  const ending = teen ? 'th' : (['th', 'st', 'nd', 'rd'][count % 10] ?? 'th');
  return `${count}${ending}`;
}

/** Of an answer or an acknowledgement nobody waits to hear that it has gone: it can only fail to arrive. */
function failures(point: Point, verb: Verb): readonly FaultChoice[] {
  const before: Fault = { kind: 'fail', moment: 'before', point };
  if (verb === 'answer') return [{ words: 'it never arrives, and the caller sees a broken line', fault: before }];
  if (verb === 'ack') return [{ words: 'it never arrives, and the message comes again', fault: before }];
  return [
    { words: 'it gets an error, and nothing happens', fault: before },
    { words: 'it gets an error, although it happens', fault: { kind: 'fail', moment: 'after', point } },
  ];
}

export interface FaultChoice {
  readonly words: string;
  readonly fault: Fault;
}

/** What can be done at a place, as the rest of a sentence about it. */
export function faultsThere(point: Point, verb: Verb): readonly FaultChoice[] {
  if (verb === 'deliver') {
    return [
      { words: 'a second copy comes at once', fault: { kind: 'duplicate', byMs: 0, point } },
      { words: 'a second copy comes 300 ms later', fault: { kind: 'duplicate', byMs: 300, point } },
      { words: 'it comes 100 ms late', fault: { kind: 'delay', byMs: 100, point } },
      { words: 'it comes 1 s late', fault: { kind: 'delay', byMs: 1_000, point } },
    ];
  }
  return [
    { words: 'it dies just before', fault: { kind: 'crash', moment: 'before', point } },
    { words: 'it dies right after', fault: { kind: 'crash', moment: 'after', point } },
    ...failures(point, verb),
    { words: 'it takes 100 ms longer', fault: { kind: 'delay', byMs: 100, point } },
    { words: 'it takes 1 s longer', fault: { kind: 'delay', byMs: 1_000, point } },
  ];
}

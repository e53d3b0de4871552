import type { Played, Trace } from 'lab/authoring';
import { type Account, accountsOf, nameOf } from './message-accounts.ts';
import { QUEUES } from './mixed-program.ts';
import { entries } from './playing.ts';
import type { ConsumerOf } from './random-weather.ts';

/**
 * When everything has come to rest, a message that reached a queue is acknowledged or rightly given up, or held by a
 * handler that has not returned. It may wait only where nobody has room for it. Sentences about those that did not.
 */
export function lostMessages({ trace }: Played, consumerOf: ConsumerOf): string[] {
  const bound = trace.filter(isBound);
  const room = new Set(bound.flatMap((each) => (hasRoom(trace, each, consumerOf) ? [each.queue] : [])));
  return [
    ...accountsOf(trace).flatMap((account) => [...lost(account, trace, room, consumerOf), ...givenUpEarly(account)]),
    ...unconfirmed(trace),
  ];
}

function lost(account: Account, trace: Trace, room: ReadonlySet<string>, consumerOf: ConsumerOf): string[] {
  const { message, queue, delivered, acknowledged, givenUp } = account;
  const isDone =
    acknowledged.length > 0 ||
    givenUp.length > 0 ||
    delivered.some(({ process }) => consumerOf(queue, process)?.ack === 'on delivery');
  if (isDone || isHeld(account, trace) || !room.has(queue)) return [];
  return [`message ${message} is nowhere, though ${queue} has a consumer with room`];
}

function givenUpEarly({ message, queue, returned, givenUp }: Account): string[] {
  const limit = QUEUES.find((declared) => declared.queue === queue)!.deliveryLimit;
  const isRight = returned.length >= givenUp.length * (limit + 1);
  return isRight ? [] : [`${queue} gave up message ${message} after ${returned.length} returns`];
}

function isHeld({ delivered, returned }: Account, trace: Trace): boolean {
  const back = new Set(returned.map(({ delivery }) => delivery));
  return delivered.some((each) => !back.has(each.delivery) && isUp(trace, each));
}

function hasRoom(trace: Trace, bound: Bound, consumerOf: ConsumerOf): boolean {
  if (!isUp(trace, bound)) return false;
  const { queue, process, instance, life } = bound;
  const consumer = consumerOf(queue, process);
  if (consumer?.ack === 'on delivery') return true;
  const taken = entries(trace, 'delivered', { queue, process, instance, life }).map(({ delivery }) => delivery);
  const settled = new Set(
    trace.flatMap((entry) => (entry.kind === 'acknowledged' || entry.kind === 'returned' ? [entry.delivery] : [])),
  );
  return taken.filter((delivery) => !settled.has(delivery)).length < (consumer?.prefetch ?? 0);
}

/** What a program was told is with the broker, and the broker never saw. */
function unconfirmed(trace: Trace): string[] {
  const accepted = new Set(
    trace.flatMap((entry) => (entry.kind === 'published' || entry.kind === 'appended' ? [idOf(entry.body)] : [])),
  );
  return entries(trace, 'logged').flatMap(({ text }) => {
    const [, by, id] = /^confirmed (\w+) (\S+)$/.exec(text) ?? [];
    return id === undefined || by === 'outbox' || accepted.has(id)
      ? []
      : [`${id} was confirmed and is not with the broker`];
  });
}

type Bound = ReturnType<typeof entries<'bound'>>[number];

function isBound(entry: Trace[number]): entry is Bound {
  return entry.kind === 'bound';
}

function isUp(trace: Trace, who: Parameters<typeof nameOf>[0]): boolean {
  return !entries(trace, 'crashed').some((crashed) => nameOf(crashed) === nameOf(who));
}

function idOf(body: unknown): string {
  return String((body as { readonly id?: unknown }).id);
}

import type { Played, Trace } from 'lab/authoring';
import { accountsOf, nameOf } from './message-accounts.ts';
import { entries } from './playing.ts';
import type { ConsumerOf } from './random-weather.ts';

/**
 * A queue with one consumer that holds one message at a time gives them in the order in which they came, unless something
 * was returned, delayed, copied or given up. Sentences about queues that did not; undefined order is none of them.
 */
export function queuesOutOfOrder({ trace }: Played, consumerOf: ConsumerOf): string[] {
  return orderedQueues(trace, consumerOf).flatMap((queue) => {
    const order = entries(trace, 'delivered', { queue }).map(({ message }) => message);
    const arrivals = accountsOf(trace)
      .filter((account) => account.queue === queue)
      .map(({ message }) => message);
    const isInOrder = order.every((message, i) => message === arrivals[i]);
    return isInOrder ? [] : [`${queue} got ${arrivals.join(' ')} and gave ${order.join(' ')}`];
  });
}

/** Queues for which order was promised in this play, and that gave two messages at least. */
export function orderedQueues(trace: Trace, consumerOf: ConsumerOf): string[] {
  const delivered = entries(trace, 'delivered');
  return [...new Set(delivered.map(({ queue }) => queue))].filter((queue) => {
    const consumers = new Map(entries(trace, 'bound', { queue }).map((bound) => [nameOf(bound), bound.process]));
    const holdOne = [...consumers.values()].every((process) => consumerOf(queue, process)?.prefetch === 1);
    const isAlone = consumers.size === 1 && holdOne;
    const isTroubled = trace.some(
      (entry) =>
        (entry.kind === 'returned' && entry.queue === queue) ||
        (entry.kind === 'given up' && entry.to === queue) ||
        (entry.kind === 'struck' && 'point' in entry.fault && entry.fault.point.startsWith(`broker:deliver:${queue}:`)),
    );
    return isAlone && !isTroubled && delivered.filter((each) => each.queue === queue).length > 1;
  });
}

/**
 * A group reads each partition at the offset that it committed, and commits one after the other; without a committed offset
 * it begins where it asked to. Who was not told that its commit arrived reads that record once more. Sentences about reads
 * elsewhere.
 */
export function readsOutOfOrder(
  { trace }: Played,
  beginsEarliest: (group: string, process: string) => boolean,
): string[] {
  const committed = new Map<string, number>();
  const untold = groupsNotTold(trace);
  return trace.flatMap((entry): string[] => {
    if (entry.kind !== 'read' && entry.kind !== 'offset committed') return [];
    const partition = `${entry.group} on ${entry.log}/${entry.partition}`;
    const next = committed.get(partition);
    if (entry.kind === 'offset committed') committed.set(partition, entry.offset);
    const offset = entry.kind === 'read' ? entry.offset : entry.offset - 1; // of the record it is about
    const isDue = next === undefined || offset === next || (offset === next - 1 && untold.has(entry.group));
    const isEarly = entry.kind === 'read' && next === undefined && beginsEarliest(entry.group, entry.process);
    if (isDue && (!isEarly || offset === 0)) return [];
    return [`${partition} ${entry.kind} ${entry.offset}, and ${next ?? 0} was due`];
  });
}

function groupsNotTold(trace: Trace): ReadonlySet<string> {
  const points = entries(trace, 'struck').flatMap(({ fault }) =>
    fault.kind === 'fail' && fault.moment === 'after' ? [fault.point] : [],
  );
  return new Set(points.flatMap((point) => /:offset:(.+):\d+$/.exec(point)?.[1] ?? []));
}

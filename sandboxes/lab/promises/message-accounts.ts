import type { Of, Trace } from 'lab/authoring';
import { entries } from './playing.ts';

/** What became of one message in one queue. Copies that a duplicate fault made count with it. */
export interface Account {
  readonly message: number;
  readonly queue: string;
  readonly arrived: Of<'published'> | Of<'given up'>;
  readonly delivered: readonly Of<'delivered'>[];
  readonly acknowledged: readonly Of<'acknowledged'>[];
  readonly returned: readonly Of<'returned'>[];
  readonly givenUp: readonly Of<'given up'>[];
}

/** An account for each message and each queue that got it: by its topic, by name, or as a dead letter. */
export function accountsOf(trace: Trace): Account[] {
  const arrivals = new Map<string, { message: number; queue: string; arrived: Account['arrived'] }>();
  for (const arrived of trace) {
    if (arrived.kind !== 'published' && arrived.kind !== 'given up') continue;
    const { message, to } = arrived;
    for (const queue of typeof to === 'string' ? [to] : (to ?? [])) {
      if (!arrivals.has(`${message} ${queue}`)) arrivals.set(`${message} ${queue}`, { message, queue, arrived });
    }
  }
  return [...arrivals.values()].map(({ message, queue, arrived }) => ({
    message,
    queue,
    arrived,
    delivered: entries(trace, 'delivered', { message, queue }),
    acknowledged: entries(trace, 'acknowledged', { message, queue }),
    returned: entries(trace, 'returned', { message, queue }),
    givenUp: entries(trace, 'given up', { message, queue }),
  }));
}

export function nameOf({ process, instance, life }: { process: string; instance: number; life: number }): string {
  return `${process} ${instance}, life ${life}`;
}

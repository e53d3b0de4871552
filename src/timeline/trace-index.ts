import type { Entry, Of, Trace } from 'lab/authoring';

/** Queues and logs number their messages apart; a key tells both. */
export type MessageKey = `queue ${number}` | `log ${number}`;

/** What belongs together in a trace, found by the numbers that its entries carry. */
export interface TraceIndex {
  readonly trace: Trace;
  readonly called: ReadonlyMap<number, Of<'called'>>;
  readonly answered: ReadonlyMap<number, Of<'answered'>>;
  /** Calls that nobody took, by number. */
  readonly refused: ReadonlySet<number>;
  readonly published: ReadonlyMap<number, Of<'published'>>;
  readonly appended: ReadonlyMap<number, Of<'appended'>>;
  readonly recordAt: (log: string, partition: number, offset: number) => Of<'appended'> | undefined;
  readonly delivered: ReadonlyMap<number, Of<'delivered'>>;
  readonly began: ReadonlyMap<number, Of<'began'>>;
  readonly wrote: ReadonlyMap<number, readonly Of<'wrote'>[]>;
  /** How many instances of a process the trace shows; a lane's name has a number when there are several. */
  readonly instances: ReadonlyMap<string, number>;
  readonly endsAt: number;
}

export function indexOf(trace: Trace): TraceIndex {
  const wrote = new Map<number, Of<'wrote'>[]>();
  const instances = new Map<string, number>();
  for (const entry of trace) {
    if (entry.kind === 'wrote') {
      const writes = wrote.get(entry.tx);
      if (writes) writes.push(entry);
      else wrote.set(entry.tx, [entry]);
    }
    if ('process' in entry) instances.set(entry.process, Math.max(instances.get(entry.process) ?? 1, entry.instance));
  }
  const appended = by(trace, 'appended', (e) => e.message);
  const records = new Map([...appended.values()].map((e) => [`${e.log} ${e.partition} ${e.offset}`, e]));
  return {
    trace,
    called: by(trace, 'called', (e) => e.call),
    answered: by(trace, 'answered', (e) => e.call),
    refused: new Set(trace.flatMap((e) => (e.kind === 'unanswered' && e.because === 'refused' ? [e.call] : []))),
    published: by(trace, 'published', (e) => e.message),
    appended,
    recordAt: (log, partition, offset) => records.get(`${log} ${partition} ${offset}`),
    delivered: by(trace, 'delivered', (e) => e.delivery),
    began: by(trace, 'began', (e) => e.tx),
    wrote,
    instances,
    endsAt: trace.at(-1)?.at ?? 0,
  };
}

/** The message that an entry is about, if it is about one. */
export function messageOf(entry: Entry): MessageKey | undefined {
  switch (entry.kind) {
    case 'published':
    case 'delivered':
    case 'acknowledged':
    case 'returned':
    case 'given up':
      return `queue ${entry.message}`;
    case 'appended':
    case 'read':
      return `log ${entry.message}`;
    default:
      return undefined;
  }
}

/** The first entry of a kind for each number. */
function by<K extends Entry['kind']>(trace: Trace, kind: K, number: (entry: Of<K>) => number): Map<number, Of<K>> {
  const found = new Map<number, Of<K>>();
  for (const entry of trace) {
    if (entry.kind !== kind) continue;
    const own = entry as Of<K>;
    if (!found.has(number(own))) found.set(number(own), own);
  }
  return found;
}

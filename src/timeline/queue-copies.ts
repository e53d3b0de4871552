import { LATENCY, type Of } from 'lab/authoring';
import { arrivingAt } from './occurrences.ts';
import type { Stay } from './scene.ts';
import type { TraceIndex } from './trace-index.ts';

/** One copy of a message in a queue, before it has a row. */
export interface QueueCopy {
  readonly message: number;
  readonly queue: string;
  readonly enters: number;
  readonly stays: Stay[];
  end: 'acknowledged' | 'given up' | 'taken' | 'open';
  endsAt: number;
  /** When each delivery left its row, by the delivery's number. */
  readonly departures: Map<number, number>;
}

/** What became of every copy that a queue has held: waiting, handed over, and how it ended. */
export function queueCopiesOf(index: TraceIndex): QueueCopy[] {
  const book = new Book(index);
  for (const entry of index.trace) book.note(entry);
  return book.closed();
}

type Moment = { readonly at: number; readonly seq: number };
type Holding = {
  copy: QueueCopy;
  state: 'waiting' | 'handed over';
  since: number;
  sinceSeq: number;
  holder: Of<'delivered'> | undefined;
};

class Book {
  readonly #index: TraceIndex;
  readonly #open = new Map<string, Holding[]>();
  readonly #held = new Map<number, Holding>();
  readonly #copies: QueueCopy[] = [];

  constructor(index: TraceIndex) {
    this.#index = index;
  }

  note(entry: TraceIndex['trace'][number]): void {
    switch (entry.kind) {
      case 'published':
        for (const queue of entry.to) this.#enter(entry.message, queue, entry);
        return;
      case 'struck':
        this.#struck(entry);
        return;
      case 'delivered':
        this.#handOver(entry);
        return;
      case 'acknowledged':
        this.#settle(entry.delivery, entry, 'acknowledged');
        return;
      case 'returned':
        this.#giveBack(entry);
        return;
      case 'given up':
        this.#giveUp(entry);
        if (entry.to !== null) this.#enter(entry.message, entry.to, entry);
        return;
      case 'crashed':
        this.#losesWhatItHeld(entry);
        return;
      default:
    }
  }

  closed(): QueueCopy[] {
    for (const holdings of this.#open.values())
      for (const holding of holdings)
        this.#stay(holding, { at: Math.max(holding.since, this.#index.endsAt), seq: this.#index.trace.length - 1 });
    return this.#copies;
  }

  #enter(message: number, queue: string, { at, seq }: Moment): Holding {
    const copy: QueueCopy = {
      message,
      queue,
      enters: at,
      stays: [],
      end: 'open',
      endsAt: this.#index.endsAt,
      departures: new Map(),
    };
    const holding: Holding = { copy, state: 'waiting', since: at, sinceSeq: seq, holder: undefined };
    this.#copies.push(copy);
    const key = `${queue} ${message}`;
    this.#open.set(key, [...(this.#open.get(key) ?? []), holding]);
    return holding;
  }

  #struck(entry: Of<'struck'>): void {
    const message = arrivingAt(entry, this.#index);
    const { fault } = entry;
    if (!message || !('point' in fault) || !fault.point.startsWith('broker:')) return;
    const queue = fault.point.split(':')[2] ?? '';
    if (fault.kind === 'duplicate') this.#enter(message.message, queue, { at: entry.at + fault.byMs, seq: entry.seq });
    if (fault.kind !== 'delay') return;
    const late = this.#open
      .get(`${queue} ${message.message}`)
      ?.find((h) => h.state === 'waiting' && h.copy.stays.length === 0);
    if (!late) return;
    late.copy.stays.push({
      kind: 'late',
      from: late.since,
      to: Math.min(entry.at + fault.byMs, this.#index.endsAt),
      fromSeq: late.sinceSeq,
      toSeq: entry.seq,
    });
    late.since = Math.min(entry.at + fault.byMs, this.#index.endsAt);
  }

  #handOver(entry: Of<'delivered'>): void {
    const waiting = (this.#open.get(`${entry.queue} ${entry.message}`) ?? []).filter(
      (h) => h.state === 'waiting' && h.copy.enters <= entry.at,
    );
    const returned = (h: Holding) => h.copy.departures.size > 0;
    const holding =
      waiting.find((h) => returned(h) === entry.deliveryCount > 0) ??
      waiting[0] ??
      this.#enter(entry.message, entry.queue, { at: Math.max(0, entry.at - LATENCY.deliver), seq: entry.seq });
    const departs = Math.max(holding.since, entry.at - LATENCY.deliver);
    this.#stay(holding, { at: departs, seq: entry.seq });
    holding.state = 'handed over';
    holding.since = departs;
    holding.sinceSeq = entry.seq;
    holding.holder = entry;
    holding.copy.departures.set(entry.delivery, departs);
    this.#held.set(entry.delivery, holding);
  }

  #settle(delivery: number, moment: Moment, end: QueueCopy['end']): void {
    const holding = this.#held.get(delivery);
    if (!holding) return;
    this.#stay(holding, moment);
    this.#close(holding, moment.at, end);
  }

  #giveBack(entry: Of<'returned'>): void {
    const holding = this.#held.get(entry.delivery);
    if (!holding) return;
    this.#stay(holding, entry);
    this.#held.delete(entry.delivery);
    holding.state = 'waiting';
    holding.since = entry.at;
    holding.sinceSeq = entry.seq;
    holding.holder = undefined;
  }

  #giveUp(entry: Of<'given up'>): void {
    const holding = this.#open.get(`${entry.queue} ${entry.message}`)?.find((h) => h.copy.departures.size > 0);
    if (!holding) return;
    this.#stay(holding, entry);
    this.#close(holding, entry.at, 'given up');
  }

  /** The lab gives back what was not acknowledged right after a crash. What it does not was acknowledged on delivery. */
  #losesWhatItHeld(entry: Of<'crashed'>): void {
    const returned = new Set<number>();
    for (let seq = entry.seq + 1; this.#index.trace[seq]?.at === entry.at; seq++) {
      const next = this.#index.trace[seq];
      if (next?.kind === 'returned') returned.add(next.delivery);
    }
    for (const [delivery, holding] of [...this.#held]) {
      const holder = holding.holder;
      if (!holder || holder.process !== entry.process || holder.instance !== entry.instance || returned.has(delivery))
        continue;
      this.#close(holding, holder.at, 'taken');
    }
  }

  #stay(holding: Holding, to: Moment): void {
    if (to.at > holding.since)
      holding.copy.stays.push({
        kind: holding.state,
        from: holding.since,
        to: to.at,
        fromSeq: holding.sinceSeq,
        toSeq: to.seq,
      });
  }

  #close(holding: Holding, at: number, end: QueueCopy['end']): void {
    holding.copy.end = end;
    holding.copy.endsAt = at;
    if (holding.holder) this.#held.delete(holding.holder.delivery);
    const key = `${holding.copy.queue} ${holding.copy.message}`;
    this.#open.set(
      key,
      (this.#open.get(key) ?? []).filter((h) => h !== holding),
    );
  }
}

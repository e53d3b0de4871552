import { type Entry, LATENCY, type Of } from 'lab/authoring';
import { type Focus, isQuiet } from './focus.ts';
import { laneOf } from './lane-id.ts';
import { isRelease, isUnreleased } from './releases.ts';
import type { Span } from './scene.ts';
import type { Subjects } from './subjects.ts';
import type { TraceIndex } from './trace-index.ts';

/** What lasts on a lane: work on a message or a request, transactions, and the time when there was no process. */
export function spansOf(index: TraceIndex, subjects: Subjects, focus: Focus): Span[] {
  const ledger = new Ledger(index, subjects, focus);
  for (const entry of index.trace) ledger.note(entry);
  return ledger.closed();
}

type Moment = { readonly at: number; readonly seq: number };
type Open = { readonly entry: Entry & { readonly process: string; readonly instance: number }; readonly from: number };

class Ledger {
  readonly #index: TraceIndex;
  readonly #subjects: Subjects;
  readonly #focus: Focus;
  readonly #spans: Span[] = [];
  readonly #work = new Map<string, Open>();
  readonly #transactions = new Map<number, Open>();
  readonly #down = new Map<string, Of<'crashed'>>();

  constructor(index: TraceIndex, subjects: Subjects, focus: Focus) {
    this.#index = index;
    this.#subjects = subjects;
    this.#focus = focus;
  }

  note(entry: Entry): void {
    switch (entry.kind) {
      case 'delivered':
        this.#work.set(`delivery ${entry.delivery}`, { entry, from: entry.at });
        return;
      case 'acknowledged':
      case 'returned':
        this.#ends(`delivery ${entry.delivery}`, entry);
        return;
      case 'read':
        this.#ends(`log ${entry.group} ${entry.log} ${entry.partition}`, entry);
        this.#work.set(`log ${entry.group} ${entry.log} ${entry.partition}`, { entry, from: entry.at });
        return;
      case 'offset committed':
        this.#ends(`log ${entry.group} ${entry.log} ${entry.partition}`, entry);
        return;
      case 'answered':
        this.#answered(entry);
        return;
      case 'began':
        this.#transactions.set(entry.tx, { entry, from: entry.at });
        return;
      case 'wrote':
        if (!this.#transactions.has(entry.tx)) this.#transactions.set(entry.tx, { entry, from: entry.at });
        return;
      case 'committed':
      case 'rolled back':
        this.#transactionEnds(entry.tx, entry, entry.kind === 'rolled back');
        return;
      case 'crashed':
        this.#crashed(entry);
        return;
      case 'started':
        this.#started(entry);
        return;
      default:
    }
  }

  closed(): Span[] {
    const { endsAt } = this.#index;
    for (const key of [...this.#work.keys()]) this.#ends(key, { at: endsAt, seq: this.#lastSeq });
    for (const crash of this.#down.values())
      this.#spans.push({
        kind: 'down',
        lane: laneOf(this.#index, crash),
        from: crash.at,
        to: endsAt,
        fromSeq: crash.seq,
        toSeq: this.#lastSeq,
        restarts: false,
        unreleased: isUnreleased(crash, this.#index),
        quiet: false,
      });
    return this.#spans;
  }

  get #lastSeq(): number {
    return this.#index.trace.length - 1;
  }

  #ends(key: string, to: Moment): void {
    const open = this.#work.get(key);
    if (!open) return;
    this.#work.delete(key);
    this.#push(open, to, this.#subjects.of(open.entry.seq));
  }

  #push(open: Open, to: Moment, about: readonly string[]): void {
    this.#spans.push({
      kind: 'busy',
      lane: laneOf(this.#index, open.entry),
      from: open.from,
      to: to.at,
      fromSeq: open.entry.seq,
      toSeq: to.seq,
      quiet: isQuiet(this.#focus, about),
    });
  }

  #answered(entry: Of<'answered'>): void {
    const call = this.#index.called.get(entry.call);
    if (call && entry.at - call.at >= REQUEST_MS)
      this.#spans.push({
        kind: 'busy',
        lane: laneOf(this.#index, entry),
        from: Math.min(entry.at, call.at + LATENCY.call),
        to: entry.at,
        fromSeq: call.seq,
        toSeq: entry.seq,
        quiet: isQuiet(this.#focus, this.#subjects.of(entry.seq)),
      });
  }

  #transactionEnds(tx: number, to: Moment, rolledBack: boolean): void {
    const open = this.#transactions.get(tx);
    this.#transactions.delete(tx);
    const writes = this.#index.wrote.get(tx) ?? [];
    if (!open || writes.length === 0) return;
    const about = writes.flatMap((write) => this.#subjects.of(write.seq));
    const times = writes.map((write) => write.at).filter((at) => at <= to.at);
    this.#spans.push({
      kind: 'transaction',
      lane: laneOf(this.#index, open.entry),
      from: open.from,
      to: to.at,
      fromSeq: open.entry.seq,
      toSeq: to.seq,
      rolledBack,
      writes: times,
      quiet: isQuiet(this.#focus, about),
    });
  }

  #crashed(entry: Of<'crashed'>): void {
    const same = (open: Open) => open.entry.process === entry.process && open.entry.instance === entry.instance;
    for (const [key, open] of [...this.#work]) if (same(open)) this.#ends(key, entry);
    for (const [tx, open] of [...this.#transactions]) if (same(open)) this.#transactionEnds(tx, entry, true);
    this.#down.set(`${entry.process} ${entry.instance}`, entry);
  }

  #started(entry: Of<'started'>): void {
    const key = `${entry.process} ${entry.instance}`;
    const crash = this.#down.get(key);
    if (!crash) {
      if (isRelease(entry, this.#index)) this.#notBefore(entry);
      return;
    }
    this.#down.delete(key);
    this.#spans.push({
      kind: 'down',
      lane: laneOf(this.#index, entry),
      from: crash.at,
      to: entry.at,
      fromSeq: crash.seq,
      toSeq: entry.seq,
      restarts: true,
      unreleased: isUnreleased(crash, this.#index),
      quiet: false,
    });
  }

  /** The scenario had left none of this process. */
  #notBefore(entry: Of<'started'>): void {
    this.#spans.push({
      kind: 'down',
      lane: laneOf(this.#index, entry),
      from: 0,
      to: entry.at,
      fromSeq: 0,
      toSeq: entry.seq,
      restarts: true,
      unreleased: true,
      quiet: false,
    });
  }
}

/** A request that takes no longer than its statements needs no bar beside them. */
const REQUEST_MS = 12;

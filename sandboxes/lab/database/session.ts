import type { Change } from 'lab/authoring';
import type { Life } from '#processes/life.ts';
import type { Row } from './columns.ts';

/** One row's place in a table. Whoever changes it holds its lock; others wait. */
export interface Slot {
  readonly key: string;
  /** The places of its table, which it leaves when nothing is in it. */
  readonly among: Map<string, Slot>;
  /** What is committed; undefined when nothing is. */
  row: Row | undefined;
  holder: Session | undefined;
  /** What the holder has written and not committed: null where it deleted, undefined where it has written nothing. */
  own: Row | null | undefined;
}

/** An open transaction. What it writes is its own until it commits. Most only read, so what writing needs is made late. */
export class Session {
  readonly id: number;
  readonly life: Life;
  changes: readonly Change[] = NOTHING;
  waitsFor: Session | undefined;
  failed: unknown;
  isOver = false;
  #locked: Slot[] | undefined;
  #wakers: (() => void)[] | undefined;

  constructor(id: number, life: Life) {
    this.id = id;
    this.life = life;
  }

  /** The row as this transaction sees it. */
  sees(slot: Slot): Row | undefined {
    return slot.own === undefined || slot.holder !== this ? slot.row : (slot.own ?? undefined);
  }

  lock(slot: Slot): void {
    slot.holder = this;
    this.#locked ??= [];
    this.#locked.push(slot);
  }

  /** Into a slot that it has locked. */
  write(slot: Slot, change: Change): void {
    slot.own = change.op === 'delete' ? null : change.row;
    if (this.changes === NOTHING) this.changes = [change];
    else (this.changes as Change[]).push(change);
  }

  /** From now on everybody sees what it wrote. */
  publish(): void {
    for (const slot of this.#locked ?? NO_SLOTS) if (slot.own !== undefined) slot.row = slot.own ?? undefined;
  }

  whenOver(wake: () => void): void {
    this.#wakers ??= [];
    this.#wakers.push(wake);
  }

  /** Frees its locks, and lets those go on who wait for it. */
  end(): void {
    this.isOver = true;
    for (const slot of this.#locked ?? NO_SLOTS) {
      slot.holder = undefined;
      slot.own = undefined;
      if (!slot.row) slot.among.delete(slot.key);
    }
    const wakers = this.#wakers ?? [];
    this.#wakers = undefined;
    for (const wake of wakers) wake();
  }
}

const NOTHING: readonly Change[] = [];
const NO_SLOTS: readonly Slot[] = [];

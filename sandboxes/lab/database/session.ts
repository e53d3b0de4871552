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
}

/** An open transaction. What it writes is its own until it commits. Most only read, so what writing needs is made late. */
export class Session {
  readonly id: number;
  readonly life: Life;
  changes: readonly Change[] = NOTHING;
  waitsFor: Session | undefined;
  failed: unknown;
  isOver = false;
  /** Its own version of each row it wrote; null where it deleted. */
  #written: Map<Slot, Row | null> | undefined;
  #locked: Slot[] | undefined;
  #wakers: (() => void)[] | undefined;

  constructor(id: number, life: Life) {
    this.id = id;
    this.life = life;
  }

  /** The row as this transaction sees it. */
  sees(slot: Slot): Row | undefined {
    const own = this.#written?.get(slot);
    return own === undefined ? slot.row : (own ?? undefined);
  }

  hasWritten(slot: Slot): boolean {
    return this.#written?.has(slot) ?? false;
  }

  lock(slot: Slot): void {
    slot.holder = this;
    this.#locked ??= [];
    this.#locked.push(slot);
  }

  write(slot: Slot, change: Change): void {
    this.#written ??= new Map();
    this.#written.set(slot, change.op === 'delete' ? null : change.row);
    if (this.changes === NOTHING) this.changes = [change];
    else (this.changes as Change[]).push(change);
  }

  /** From now on everybody sees what it wrote. */
  publish(): void {
    for (const [slot, row] of this.#written ?? []) slot.row = row ?? undefined;
  }

  whenOver(wake: () => void): void {
    this.#wakers ??= [];
    this.#wakers.push(wake);
  }

  /** Frees its locks, and lets those go on who wait for it. */
  end(): void {
    this.isOver = true;
    for (const slot of this.#locked ?? []) slot.holder = undefined;
    for (const slot of this.#written?.keys() ?? []) if (!slot.row) slot.among.delete(slot.key);
    const wakers = this.#wakers ?? [];
    this.#wakers = undefined;
    for (const wake of wakers) wake();
  }
}

const NOTHING: readonly Change[] = [];

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

/** An open transaction. What it writes is its own until it commits. */
export class Session {
  readonly id: number;
  readonly life: Life;
  /** Its own version of each row it wrote; null where it deleted. */
  readonly written = new Map<Slot, Row | null>();
  readonly changes: Change[] = [];
  readonly locked: Slot[] = [];
  readonly wakers: (() => void)[] = [];
  waitsFor: Session | undefined;
  failed: unknown;
  isOver = false;

  constructor(id: number, life: Life) {
    this.id = id;
    this.life = life;
  }

  /** The row as this transaction sees it. */
  sees(slot: Slot): Row | undefined {
    const own = this.written.get(slot);
    return own === undefined ? slot.row : (own ?? undefined);
  }
}

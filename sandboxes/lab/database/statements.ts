import type { Change } from 'lab/authoring';
import { copy } from '#network/json.ts';
import { NotYet } from '#world/asked.ts';
import { failure } from '#world/failure.ts';
import type { World } from '#world/world.ts';
import type { Row } from './columns.ts';
import { type Options, optionsOf, sorted } from './order.ts';
import type { Session, Slot } from './session.ts';
import type { Store } from './store.ts';
import { type Condition, conditionOf } from './where.ts';

/** A statement that was read and checked; run again, it goes on where it had to wait for a lock. */
export type Statement<T> = (tx: Session) => T;

const CONFLICTS: readonly unknown[] = [undefined, 'do nothing', 'do update'];

/** What PostgreSQL does for each statement: read committed, row locks, unique keys that wait for each other's fate. */
export class Statements {
  readonly #world: World;
  readonly #storeOf: (table: unknown) => Store;

  constructor(world: World, storeOf: (table: unknown) => Store) {
    this.#world = world;
    this.#storeOf = storeOf;
  }

  /** What it saw when it began is what it goes through; each row it locks is looked at again once it has the lock. */
  select(table: unknown, where: unknown, given: unknown): Statement<Row[]> {
    const store = this.#storeOf(table);
    const { relation } = store;
    const condition = conditionOf(relation, where);
    const options = optionsOf(relation, given);
    let seen: Slot[] | undefined;
    return (tx) => {
      seen ??= sorted(store.matching(tx, condition), options, (slot) => tx.sees(slot)!);
      const found = options.lock ? this.#locked(tx, seen, condition, options) : this.#read(tx, seen, options);
      this.#world.record({
        kind: 'selected',
        tx: tx.id,
        from: 'database',
        table: relation.name,
        rows: found.length,
        ...tx.life.who,
      });
      return found;
    };
  }

  /** The row as it is then; undefined when its key is there and nothing was to be done. */
  insert(table: unknown, given: unknown, options: unknown): Statement<Row | undefined> {
    const store = this.#storeOf(table);
    const onConflict = (options as { onConflict?: unknown } | undefined)?.onConflict;
    if (!CONFLICTS.includes(onConflict))
      throw failure(
        `syntax error: onConflict is 'do nothing' or 'do update', not ${JSON.stringify(onConflict)}`,
        '42601',
      );
    const parsed = store.parsed(copy(given));
    return (tx) => copy(this.#inserted(tx, store, parsed, onConflict));
  }

  update(table: unknown, where: unknown, given: unknown): Statement<number> {
    const store = this.#storeOf(table);
    const changes = store.parsedChanges(copy(given));
    return this.#eachRow(store, where, (row) => {
      const changed = store.changed(row, changes);
      return { table: store.relation.name, op: 'update', row: changed, was: row };
    });
  }

  delete(table: unknown, where: unknown): Statement<number> {
    const store = this.#storeOf(table);
    return this.#eachRow(store, where, (row) => ({ table: store.relation.name, op: 'delete', row }));
  }

  #eachRow(store: Store, where: unknown, changeOf: (row: Row) => Change): Statement<number> {
    const condition = conditionOf(store.relation, where);
    let left: Slot[] | undefined;
    let count = 0;
    return (tx) => {
      left ??= store.matching(tx, condition);
      for (let slot = left[0]; slot; slot = left[0]) {
        this.#lock(tx, slot);
        left.shift();
        const row = tx.sees(slot);
        if (!row || !condition.holds(row)) continue;
        this.#write(tx, slot, changeOf(row));
        count++;
      }
      return count;
    };
  }

  #read(tx: Session, seen: readonly Slot[], { limit = seen.length }: Options): Row[] {
    const found: Row[] = [];
    for (let i = 0; i < seen.length && i < limit; i++) found.push(copy(tx.sees(seen[i]!)!));
    return found;
  }

  #locked(
    tx: Session,
    seen: readonly Slot[],
    condition: Condition,
    { lock, limit = Number.POSITIVE_INFINITY }: Options,
  ): Row[] {
    const found: Row[] = [];
    for (const slot of seen) {
      if (found.length === limit) break;
      if (slot.holder && slot.holder !== tx && lock === 'for update skip locked') continue;
      this.#lock(tx, slot);
      const row = tx.sees(slot);
      if (row && condition.holds(row)) found.push(copy(row));
    }
    return found;
  }

  #inserted(tx: Session, store: Store, parsed: Row, onConflict: unknown): Row | undefined {
    const { relation } = store;
    // A key that is numbered is taken at once; otherwise a number is taken when the other's fate is known.
    const hasKey = relation.key.every((column) => parsed[column] !== undefined);
    const early = hasKey ? undefined : store.numbered(parsed);
    const slot = store.slot(relation.keyOf(early ?? parsed));
    const { holder } = slot;
    if (holder && holder !== tx && slot.own !== undefined) this.#waitFor(tx, holder);
    const row = early ?? store.numbered(parsed); // takes its number even when nothing comes of it
    const there = tx.sees(slot);
    if (there && onConflict === 'do nothing') return undefined;
    if (there && onConflict !== 'do update')
      throw failure(`duplicate key value violates unique constraint "${relation.name}_pkey"`, '23505');
    this.#lock(tx, slot);
    if (!there) return this.#write(tx, slot, { table: relation.name, op: 'insert', row });
    return this.#write(tx, slot, { table: relation.name, op: 'update', row: { ...there, ...parsed }, was: there });
  }

  #write(tx: Session, slot: Slot, change: Change): Row {
    tx.write(slot, change);
    this.#world.record({ kind: 'wrote', tx: tx.id, change, ...tx.life.who });
    return change.row;
  }

  #lock(tx: Session, slot: Slot): void {
    if (slot.holder === tx) return;
    if (slot.holder) this.#waitFor(tx, slot.holder);
    tx.lock(slot);
  }

  /** Until the holder's transaction ends. A circle of waits would never end: PostgreSQL finds it after a second, the lab at once. */
  #waitFor(tx: Session, holder: Session): never {
    for (let next: Session | undefined = holder; next; next = next.waitsFor)
      if (next === tx) throw failure('deadlock detected', '40P01');
    tx.waitsFor = holder;
    this.#world.record({ kind: 'waited', tx: tx.id, behind: holder.id, ...tx.life.who });
    throw new NotYet((resume) =>
      holder.whenOver(() => {
        tx.waitsFor = undefined;
        resume();
      }),
    );
  }
}

import type { Database, Reader, Transaction } from 'lab';
import type { Change, Place } from 'lab/authoring';
import { copy } from '#network/json.ts';
import type { Life } from '#processes/life.ts';
import { NotYet } from '#world/asked.ts';
import { describe, failure } from '#world/failure.ts';
import { LATENCY } from '#world/latency.ts';
import { rejecting } from '#world/rejecting.ts';
import type { World } from '#world/world.ts';
import type { Relation } from './relation.ts';
import { Replica } from './replica.ts';
import { Session } from './session.ts';
import { type Statement, Statements } from './statements.ts';
import { Store } from './store.ts';

/** Runs a statement in its own transaction, or in the one it belongs to. */
type Run = <T>(statement: Statement<T>) => Promise<T>;

type Given = Readonly<Record<string, readonly object[]>>;

/** PostgreSQL in small: transactions that are seen whole or not at all, and everything that goes wrong between them. */
export class DatabaseServer {
  readonly #world: World;
  readonly #stores = new Map<string, Store>();
  readonly #statements: Statements;
  readonly #open = new Set<Session>();
  /** What was committed when: replicas apply it late. */
  readonly #log: { readonly at: number; readonly changes: readonly Change[] }[] = [];
  #sessions = 0;

  constructor(world: World, relations: readonly Relation[], given: Given) {
    this.#world = world;
    this.#statements = new Statements(world, (table) => this.#storeOf(table));
    for (const relation of relations) this.#stores.set(relation.name, new Store(relation));
    for (const [name, rows] of Object.entries(given)) this.#fill(name, rows);
  }

  /** A statement straight on the database is its own transaction; one that writes can be struck at its commit. */
  databaseOf(life: Life): Database {
    const read: Run = (statement) => {
      const tx = this.#session(life);
      return this.#world.later(life, LATENCY.statement, () => this.#alone(tx, statement));
    };
    const write: Run = (statement) => {
      const tx = this.#session(life);
      return this.#world.effect(life, 'commit', undefined, LATENCY.statement + LATENCY.commit, (point) =>
        this.#alone(tx, statement, point),
      );
    };
    const transaction = (work: (tx: Transaction) => Promise<unknown>) =>
      this.#transaction(life, work, this.#world.asking());
    return { ...this.#interface(read, write), transaction } as Database;
  }

  replicaOf(life: Life, number: number, lagMs: number): Reader {
    return new Replica(this.#world, life, number, lagMs, this.#log, (table) => this.#storeOf(table)).reader;
  }

  /** The connection is gone: what was open is rolled back, its locks are free. */
  disconnect(life: Life): void {
    for (const tx of this.#open) if (tx.life === life) this.#end(tx);
  }

  #session(life: Life): Session {
    return new Session(++this.#sessions, life);
  }

  #interface(read: Run, write: Run): Transaction {
    const statements = this.#statements;
    return {
      select: rejecting((table: unknown, where: unknown, options: unknown) => {
        const isLocking = typeof options === 'object' && options !== null && 'lock' in options;
        return (isLocking ? write : read)(statements.select(table, where, options));
      }),
      insert: rejecting((table: unknown, row: unknown, options: unknown) =>
        write(statements.insert(table, row, options)),
      ),
      update: rejecting((table: unknown, where: unknown, changes: unknown) =>
        write(statements.update(table, where, changes)),
      ),
      delete: rejecting((table: unknown, where: unknown) => write(statements.delete(table, where))),
    } as unknown as Transaction;
  }

  #alone<T>(tx: Session, statement: Statement<T>, point?: string): T {
    this.#open.add(tx);
    try {
      const result = this.#attempt(tx, statement);
      this.#commit(tx, point);
      return result;
    } catch (error) {
      if (!(error instanceof NotYet)) this.#end(tx);
      throw error;
    }
  }

  async #transaction<T>(life: Life, work: (tx: Transaction) => Promise<T>, from: Place | undefined): Promise<T> {
    if (typeof work !== 'function')
      throw new TypeError('A transaction is a function: database.transaction(async (tx) => { … }).');
    const world = this.#world;
    const tx = this.#session(life);
    const later = <R>(ms: number, happen: () => R) => world.later(life, ms, happen, from);
    await later(0, () => this.#begin(tx));
    const run: Run = (statement) => world.later(life, LATENCY.statement, () => this.#attempt(tx, statement));
    let result: T;
    try {
      result = await work(this.#interface(run, run));
    } catch (error) {
      await later(LATENCY.statement, () => this.#rollBack(tx, error));
      throw error;
    }
    if (tx.failed !== undefined) {
      await later(LATENCY.statement, () => this.#rollBack(tx, tx.failed));
      throw failure('the transaction was rolled back, because a statement in it had failed', '25P02');
    }
    if (tx.changes.length === 0) await later(LATENCY.statement, () => this.#end(tx));
    else await this.#commitLater(tx, from);
    return result;
  }

  #begin(tx: Session): void {
    this.#open.add(tx);
    this.#world.record({ kind: 'began', tx: tx.id, ...tx.life.who });
  }

  #commitLater(tx: Session, from: Place | undefined): Promise<void> {
    const commit = (point: string) => {
      if (tx.failed !== undefined) {
        // A statement that nobody awaited has failed meanwhile.
        this.#rollBack(tx, tx.failed);
        throw failure('the transaction was rolled back, because a statement in it had failed', '25P02');
      }
      this.#commit(tx, point);
    };
    return this.#world.effect(tx.life, 'commit', undefined, LATENCY.commit, commit, from).catch((error) => {
      if (!tx.isOver) this.#rollBack(tx, error); // the connection broke before the commit arrived
      throw error;
    });
  }

  #attempt<T>(tx: Session, statement: Statement<T>): T {
    if (tx.isOver) throw failure('the transaction is over: was a statement not awaited?', '25P01');
    if (tx.failed !== undefined)
      throw failure('current transaction is aborted, commands are ignored until its end', '25P02');
    try {
      return statement(tx);
    } catch (error) {
      if (!(error instanceof NotYet)) tx.failed = error;
      throw error;
    }
  }

  #commit(tx: Session, point: string | undefined): void {
    tx.publish();
    if (tx.changes.length > 0) {
      this.#log.push({ at: this.#world.now, changes: tx.changes });
      this.#world.record({ kind: 'committed', tx: tx.id, changes: tx.changes, ...tx.life.who }, point);
    }
    this.#end(tx);
  }

  #rollBack(tx: Session, because: unknown): void {
    if (tx.isOver) return;
    this.#world.record(
      { kind: 'rolled back', tx: tx.id, because: describe(because), ...tx.life.who },
      undefined,
      this.#world.places?.of(because),
    );
    this.#end(tx);
  }

  #end(tx: Session): void {
    this.#open.delete(tx);
    tx.end();
  }

  #storeOf(table: unknown): Store {
    const name = (table as { readonly name?: unknown } | undefined)?.name;
    if (typeof name !== 'string') throw new TypeError('The first argument is a table, as declared in schema.ts.');
    const store = this.#stores.get(name);
    if (!store) throw failure(`relation "${name}" does not exist: is it among the tables of deployment.ts?`, '42P01');
    return store;
  }

  #fill(name: string, rows: readonly object[]): void {
    const store = this.#storeOf({ name });
    const changes = rows.map(
      (given): Change => ({ table: name, op: 'insert', row: store.numbered(store.parsed(copy(given))) }),
    );
    for (const { row } of changes) store.slot(store.relation.keyOf(row)).row = row;
    this.#log.push({ at: 0, changes });
  }
}

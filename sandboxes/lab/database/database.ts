import type { Database, Reader } from 'lab';
import type { Change, Place } from 'lab/authoring';
import { copy } from '#network/json.ts';
import type { Life } from '#processes/life.ts';
import { NotYet } from '#world/asked.ts';
import { describe, failure } from '#world/failure.ts';
import { LATENCY } from '#world/latency.ts';
import type { World } from '#world/world.ts';
import { Client, DatabaseClient, type Run } from './client.ts';
import type { Relation } from './relation.ts';
import { Replica } from './replica.ts';
import { Session } from './session.ts';
import { type Statement, Statements } from './statements.ts';
import { Store } from './store.ts';

type Work = (tx: Client) => Promise<unknown>;
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
    const world = this.#world;
    const read: Run = (statement) => {
      const tx = this.#session(life);
      return world.later(life, LATENCY.statement, () => this.#alone(tx, statement));
    };
    const write: Run = (statement) => {
      const tx = this.#session(life);
      const happen = (point: string) => this.#alone(tx, statement, point);
      return world.effect(life, 'commit', undefined, LATENCY.statement + LATENCY.commit, happen);
    };
    const transaction = (work: Work) => this.#transaction(life, work, world.asking());
    return new DatabaseClient(this.#statements, read, write, transaction) as unknown as Database;
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

  /** Takes its connection at once; what it does begins when the caller has gone on. */
  async #transaction(life: Life, work: Work, from: Place | undefined): Promise<unknown> {
    if (typeof work !== 'function')
      throw new TypeError('A transaction is a function: database.transaction(async (tx) => { … }).');
    const tx = this.#session(life);
    await this.#begin(tx, from);
    const run: Run = (statement) => this.#world.later(life, LATENCY.statement, () => this.#attempt(tx, statement));
    let result: unknown;
    try {
      result = await work(new Client(this.#statements, run, run));
    } catch (error) {
      await this.#rollBackLater(tx, error, from);
      throw error;
    }
    if (tx.failed !== undefined) {
      await this.#rollBackLater(tx, tx.failed, from);
      throw lost();
    }
    await this.#commitLater(tx, from);
    return result;
  }

  #begin(tx: Session, from: Place | undefined): Promise<void> | undefined {
    if (!tx.life.alive) return new Promise(() => {});
    this.#open.add(tx);
    this.#world.record({ kind: 'began', tx: tx.id, ...tx.life.who }, undefined, from);
    return undefined;
  }

  #rollBackLater(tx: Session, because: unknown, from: Place | undefined): Promise<void> {
    return this.#world.later(tx.life, LATENCY.statement, () => this.#rollBack(tx, because), from);
  }

  #commitLater(tx: Session, from: Place | undefined): Promise<void> {
    const { life } = tx;
    if (tx.changes.length === 0)
      return this.#world.later(life, LATENCY.statement, () => this.#commitWhole(tx, undefined), from);
    const happen = (point: string) => this.#commitWhole(tx, point);
    return this.#world.effect(life, 'commit', undefined, LATENCY.commit, happen, from).catch((error) => {
      if (!tx.isOver) this.#rollBack(tx, error); // the connection broke before the commit arrived
      throw error;
    });
  }

  /** A statement that nobody awaited may have failed meanwhile. */
  #commitWhole(tx: Session, point: string | undefined): void {
    if (tx.failed === undefined) {
      this.#commit(tx, point);
      return;
    }
    this.#rollBack(tx, tx.failed);
    throw lost();
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
    this.#log.push({ at: Number.NEGATIVE_INFINITY, changes }); // however far a replica is behind, it has these
  }
}

const lost = () => failure('the transaction was rolled back, because a statement in it had failed', '25P02');

import { freezeWhole } from '#world/freeze-whole.ts';
import { rejecting } from '#world/rejecting.ts';
import type { Statement, Statements } from './statements.ts';

/** Runs a statement in its own transaction, or in the one it belongs to. */
export type Run = <T>(statement: Statement<T>) => Promise<T>;

type Ask = (...args: unknown[]) => Promise<unknown>;

/**
 * The statements as a program calls them. Each is a function of its own, since it may be taken off its object, and made
 * when it is asked for: most transactions use one or two of them.
 */
export class Client {
  readonly #statements: Statements;
  readonly #read: Run;
  readonly #write: Run;
  #select: Ask | undefined;
  #insert: Ask | undefined;
  #update: Ask | undefined;
  #delete: Ask | undefined;

  constructor(statements: Statements, read: Run, write: Run) {
    this.#statements = statements;
    this.#read = read;
    this.#write = write;
  }

  get select(): Ask {
    this.#select ??= rejecting((table: unknown, where: unknown, options: unknown) => {
      const isLocking = typeof options === 'object' && options !== null && 'lock' in options;
      return (isLocking ? this.#write : this.#read)(this.#statements.select(table, where, options));
    });
    return this.#select;
  }

  get insert(): Ask {
    this.#insert ??= rejecting((table: unknown, row: unknown, options: unknown) =>
      this.#write(this.#statements.insert(table, row, options)),
    );
    return this.#insert;
  }

  get update(): Ask {
    this.#update ??= rejecting((table: unknown, where: unknown, changes: unknown) =>
      this.#write(this.#statements.update(table, where, changes)),
    );
    return this.#update;
  }

  get delete(): Ask {
    this.#delete ??= rejecting((table: unknown, where: unknown) => this.#write(this.#statements.delete(table, where)));
    return this.#delete;
  }
}

type Work = (tx: Client) => Promise<unknown>;

/** The same with transactions of several statements. */
export class DatabaseClient extends Client {
  readonly #transaction: (work: Work) => Promise<unknown>;

  constructor(statements: Statements, read: Run, write: Run, transaction: (work: Work) => Promise<unknown>) {
    super(statements, read, write);
    this.#transaction = transaction;
  }

  get transaction() {
    return this.#transaction;
  }
}

freezeWhole(Client);
freezeWhole(DatabaseClient);

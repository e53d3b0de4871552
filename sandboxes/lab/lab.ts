/**
 * What a service of the order app is given, in the sandbox and on real infrastructure.
 *
 * Everything here is asynchronous and could be answered by RabbitMQ, Kafka or PostgreSQL. What Node gives a program as a
 * global (`setTimeout`, `Date`, `crypto.randomUUID`, `fetch`, `console`) is no part of it: in the sandbox those globals are
 * simulated, so there is no clock to ask for.
 */

/** A service module's default export. It runs once each time its process starts, so once more after every crash. */
export type Start = (services: Platform) => void | Promise<void>;

export interface Platform {
  /** The HTTP routes of this process. Other processes reach them with `fetch('http://<process>/<path>')`. */
  readonly app: App;
  readonly broker: Broker;
  /** The shared PostgreSQL database. By agreement each table has one owner; nothing enforces it. */
  readonly database: Database;
  /** Read-only copies of the database. Each lags behind it by its own, changing amount. Empty unless deployed. */
  readonly replicas: readonly Reader[];
  readonly mail: Mail;
}

// ---------------------------------------------------------------------------------------------------------- deployment

/** The default export of `deployment.ts`: which processes run, and what they find there. */
export interface Deployment {
  /** Process name to module; `instances` of one process compete for its queues and share its partitions. */
  readonly processes: Readonly<Record<string, string | { readonly module: string; readonly instances: number }>>;
  /** Usually `import * as tables from './schema.ts'`. */
  readonly tables: Readonly<Record<string, Table>>;
  /** Topics that are retained logs (Kafka) instead of routed to queues (RabbitMQ). */
  readonly logs?: Readonly<Record<string, { readonly partitions: number }>>;
  /** How many read replicas the database has. None by default. */
  readonly replicas?: number;
}

// ---------------------------------------------------------------------------------------------------------------- HTTP

export interface App {
  get<const Path extends string>(path: Path, handler: (request: Request<Path>) => Reply | Promise<Reply>): void;
  post<const Path extends string>(path: Path, handler: (request: Request<Path>) => Reply | Promise<Reply>): void;
}

export interface Request<Path extends string = string> {
  /** `/orders/:id` gives `{ id: string }`. */
  readonly params: Params<Path>;
  readonly query: Readonly<Record<string, string>>;
  /** Parsed JSON. It comes from outside: say or check what it is. */
  readonly body: unknown;
}

/** A handler that throws answers 500. */
export interface Reply {
  readonly status: number;
  readonly body?: object;
}

export type Params<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? { readonly [K in Name]: string } & Params<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? { readonly [K in Name]: string }
    : object;

// -------------------------------------------------------------------------------------------------------------- broker

export interface Broker {
  /**
   * Publishes a message to everybody who subscribed to `topic`, or appends it to the log of that name.
   * Resolves when the broker has taken responsibility (publisher confirm, `acks=all`), whether or not anybody listens.
   * Rejects when that is not known; it may have arrived all the same.
   */
  publish(topic: string, body: object, options?: PublishOptions): Promise<void>;

  /**
   * Binds a durable queue to `topics` and takes from it. Patterns: `*` is one word, `#` is zero or more.
   * The queue keeps collecting while nobody takes from it; consumers of one queue share its messages.
   * A handler that returns acknowledges; one that throws gives the message back, to be delivered again.
   */
  subscribe<Body>(
    topics: string | readonly string[],
    from: QueueOptions,
    handler: Handler<Body, Delivery>,
  ): Promise<void>;

  /**
   * Reads a log as a member of a consumer group: each partition in order, one record at a time.
   * A handler that returns commits the offset; one that throws gets the same record again, and the partition waits.
   */
  subscribe<Body>(log: string, from: GroupOptions, handler: Handler<Body, LogRecord>): Promise<void>;

  /**
   * Puts a message into one queue, by name: for commands, which have one owner. Resolves like `publish`; rejects with
   * `NO_ROUTE` when nobody ever declared that queue, because a command without an owner is a mistake.
   */
  send(queue: string, body: object): Promise<void>;

  /** Takes from one queue, by name, without binding it to a topic: for commands, and for dead letters. */
  consume<Body>(from: QueueOptions, handler: Handler<Body, Delivery>): Promise<void>;
}

/** What arrives is JSON from somebody else: the parameter's type is your claim about it. Each delivery is its own copy. */
export type Handler<Body, Meta> = (body: Body, meta: Meta) => void | Promise<void>;

export interface PublishOptions {
  /** Messages with one key keep their order in a log (they share a partition). Queues ignore it. */
  readonly key?: string;
}

/** Declares the queue when it is not there. Declared again with another limit or dead letter, it rejects with `406`. */
export interface QueueOptions {
  readonly queue: string;
  /** How many unacknowledged messages this consumer may hold, and so how many handlers run at once. 1 by default. */
  readonly prefetch?: number;
  /** How often a message may come back before the broker gives up on it. 20 by default, as in RabbitMQ 4. */
  readonly deliveryLimit?: number;
  /**
   * The queue where given-up messages go. It is there as soon as this one is, and declared by whoever takes from it.
   * Without one they are dropped.
   */
  readonly deadLetter?: string;
  /** `'on delivery'` is RabbitMQ's automatic acknowledgement: at most once. `'after handler'` by default: at least once. */
  readonly ack?: 'after handler' | 'on delivery';
}

export interface Delivery {
  readonly topic: string;
  /** This copy was handed out before. A publisher's second copy is a new message: false. */
  readonly redelivered: boolean;
  /** How often this copy came back: 0 the first time. */
  readonly deliveryCount: number;
}

export interface GroupOptions {
  readonly group: string;
  /** Where a group that has no committed offset begins. `'latest'` by default, as in Kafka. */
  readonly from?: 'earliest' | 'latest';
  readonly commit?: 'after handler' | 'on delivery';
}

export interface LogRecord {
  readonly topic: string;
  readonly key: string | null;
  readonly partition: number;
  readonly offset: number;
}

// ------------------------------------------------------------------------------------------------------------ database

/** Each statement on its own sees what was committed when it began. */
export interface Reader {
  select<R extends object>(table: Table<R>, where?: Where<NoInfer<R>>, options?: SelectOptions<R>): Promise<R[]>;
}

export interface Transaction extends Reader {
  select<R extends object>(table: Table<R>, where?: Where<NoInfer<R>>, options?: SelectOptions<R> & Lock): Promise<R[]>;
  /** Rejects with code `23505` when the key exists; waits while another open transaction is inserting it. */
  insert<R extends object, N extends object>(
    table: Table<R, N>,
    row: NoInfer<N>,
    options?: { readonly onConflict: 'do update' },
  ): Promise<R>;
  /** Undefined when the key existed and nothing was done. */
  insert<R extends object, N extends object>(
    table: Table<R, N>,
    row: NoInfer<N>,
    options: { readonly onConflict: 'do nothing' },
  ): Promise<R | undefined>;
  /** How many rows were changed. */
  update<R extends object>(table: Table<R>, where: Where<NoInfer<R>>, changes: Partial<NoInfer<R>>): Promise<number>;
  /** How many rows were deleted. */
  delete<R extends object>(table: Table<R>, where: Where<NoInfer<R>>): Promise<number>;
}

/** A statement straight on the database is its own transaction. */
export interface Database extends Transaction {
  /**
   * Runs `work` in one transaction, read committed: all of its changes become visible together when it returns, none of
   * them when it throws or the process dies. After a failed statement every further one rejects with `25P02`.
   */
  transaction<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result>;
}

export interface SelectOptions<R> {
  readonly orderBy?: keyof R & string;
  readonly descending?: boolean;
  readonly limit?: number;
}

export interface Lock {
  readonly lock?: 'for update' | 'for update skip locked';
}

export type Where<R> = { readonly [K in keyof R]?: R[K] | Comparison<R[K]> };
export type Comparison<V> =
  | { readonly gt: V }
  | { readonly gte: V }
  | { readonly lt: V }
  | { readonly lte: V }
  | { readonly in: readonly V[] };

/**
 * Declares a table. Types are PostgreSQL's; `?` makes a column nullable. A `bigserial` takes its number when the row is
 * inserted, before the transaction commits, and never gives it back.
 */
export function table<const C extends Columns>(
  name: string,
  columns: C,
  options: { readonly key: (keyof C & string) | readonly (keyof C & string)[] },
): Table<RowOf<C>, NewRowOf<C>> {
  return { name, columns, key: [options.key].flat() as string[] };
}

/** `R` is a row as it is read, `N` a row as it is inserted. */
export interface Table<R extends object = object, N extends object = never> {
  readonly name: string;
  readonly columns: Columns;
  readonly key: readonly string[];
  /** For the type checker only. */
  readonly types?: { readonly row: R; readonly insert: (row: N) => void };
}

/** `Row<typeof orders>`. */
export type Row<T extends Table> = NonNullable<T['types']>['row'];

export type Columns = Readonly<Record<string, ColumnType | `${ColumnType}?`>>;
export type ColumnType = 'uuid' | 'text' | 'integer' | 'boolean' | 'timestamptz' | 'jsonb' | 'bigserial';

export type RowOf<C extends Columns> = { [K in keyof C]: Value<C[K]> };
export type NewRowOf<C extends Columns> = { [K in Needed<C>]: Value<C[K]> } & {
  [K in Exclude<keyof C, Needed<C>>]?: Value<C[K]>;
};

type Value<Type extends string> = Type extends `${infer Base}?` ? Plain<Base> | null : Plain<Type>;
/** Times are ISO 8601 text in UTC, so that a row is plain JSON everywhere. */
type Plain<Type extends string> = Type extends 'integer' | 'bigserial'
  ? number
  : Type extends 'boolean'
    ? boolean
    : Type extends 'jsonb'
      ? object
      : string;
/** Columns that an insert must give: neither nullable nor numbered by the database. */
type Needed<C extends Columns> = { [K in keyof C]: C[K] extends `${string}?` | 'bigserial' ? never : K }[keyof C];

// ------------------------------------------------------------------------------------------------------- outside world

/** An SMTP provider: it accepts a message or rejects. It knows no idempotency key, and a sent mail cannot be unsent. */
export interface Mail {
  send(message: { readonly to: string; readonly subject: string; readonly text: string }): Promise<void>;
}

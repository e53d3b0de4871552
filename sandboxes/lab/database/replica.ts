import type { Reader } from 'lab';
import type { Change } from 'lab/authoring';
import { copy } from '#network/json.ts';
import type { Life } from '#processes/life.ts';
import { LATENCY } from '#world/latency.ts';
import type { World } from '#world/world.ts';
import type { Row } from './columns.ts';
import { optionsOf, sorted } from './order.ts';
import type { Store } from './store.ts';
import { conditionOf } from './where.ts';

type Committed = readonly { readonly at: number; readonly changes: readonly Change[] }[];

/** A read-only copy that applies commits in their order, a while after they happened, and never goes backwards. */
export class Replica {
  readonly #world: World;
  readonly #life: Life;
  readonly #number: number;
  readonly #lagMs: number;
  readonly #log: Committed;
  readonly #storeOf: (table: unknown) => Store;
  readonly #tables = new Map<string, Map<string, Row>>();
  #applied = 0;

  constructor(
    world: World,
    life: Life,
    number: number,
    lagMs: number,
    log: Committed,
    storeOf: (table: unknown) => Store,
  ) {
    this.#world = world;
    this.#life = life;
    this.#number = number;
    this.#lagMs = lagMs;
    this.#log = log;
    this.#storeOf = storeOf;
  }

  get reader(): Reader {
    const select = async (table: unknown, where: unknown, given: unknown): Promise<unknown[]> => {
      const store = this.#storeOf(table);
      const condition = conditionOf(store.relation, where);
      const options = optionsOf(store.relation, given);
      return this.#world.later(this.#life, LATENCY.statement, () => {
        this.#catchUp();
        const rows = [...this.#rows(store.relation.name).values()].filter((row) => condition.holds(row));
        const found = sorted(rows, options, (row) => row).slice(0, options.limit);
        this.#world.record({
          kind: 'selected',
          from: `replica ${this.#number}`,
          table: store.relation.name,
          rows: found.length,
          ...this.#life.who,
        });
        return copy(found);
      });
    };
    return { select } as Reader;
  }

  #catchUp(): void {
    const until = this.#world.now - this.#lagMs;
    for (let next = this.#log[this.#applied]; next && next.at <= until; next = this.#log[++this.#applied]) {
      for (const { table, op, row } of next.changes) {
        const key = this.#storeOf({ name: table }).relation.keyOf(row);
        if (op === 'delete') this.#rows(table).delete(key);
        else this.#rows(table).set(key, row);
      }
    }
  }

  #rows(table: string): Map<string, Row> {
    const rows = this.#tables.get(table) ?? new Map<string, Row>();
    this.#tables.set(table, rows);
    return rows;
  }
}

import type { Coverage } from 'lab/authoring';

const SORTS = ['calm', 'single faults', 'mixes', 'pairs'] as const;
export type Sort = Coverage['sort'];

/** What was planned and what was played, by sort. */
export class Ledger {
  plays = 0;
  events = 0;
  readonly #planned = new Map<Sort, number>();
  readonly #there = new Map<Sort, number>();
  readonly #played = new Map<Sort, number>();

  /** `outOf`: how many there are. It is more than are planned where these are a sample. */
  plan(sort: Sort, count: number, outOf = count): void {
    this.#planned.set(sort, (this.#planned.get(sort) ?? 0) + count);
    this.#there.set(sort, (this.#there.get(sort) ?? 0) + outOf);
  }

  played(sort: Sort, events: number): void {
    this.plays++;
    this.events += events;
    this.#played.set(sort, (this.#played.get(sort) ?? 0) + 1);
  }

  get planned(): number {
    return [...this.#planned.values()].reduce((sum, count) => sum + count, 0);
  }

  /** Sorts of which nothing was planned are left out. */
  get coverage(): Coverage[] {
    return SORTS.flatMap((sort) => {
      const planned = this.#planned.get(sort) ?? 0;
      const outOf = this.#there.get(sort) ?? 0;
      if (planned === 0) return [];
      return [{ sort, played: this.#played.get(sort) ?? 0, planned, ...(outOf > planned ? { outOf } : {}) }];
    });
  }
}

import type { Fault, Schedule } from 'lab/authoring';
import { randomFrom } from '#globals/chance.ts';
import { canMeet } from './faults.ts';

/**
 * Each single fault of a scenario with every fault at the points that its own play reached: also those that only the fault
 * led to. There can be hundreds of thousands of pairs, so they are counted first and made one by one when they are played.
 */
export class Pairs {
  /** All of them, once they have been counted. */
  count = 0;
  readonly #singles: readonly Fault[];
  readonly #isWanted: (one: Fault, other: Fault) => boolean;
  readonly #places: ReadonlyMap<Fault, number>;
  /** What the play of each single fault reached, by the place of that fault. */
  readonly #reached: (readonly Fault[] | undefined)[] = [];
  /** The same of single faults only, to look up. */
  readonly #met: (Uint8Array | undefined)[] = [];

  constructor(singles: readonly Fault[], isWanted: (one: Fault, other: Fault) => boolean) {
    this.#singles = singles;
    this.#isWanted = isWanted;
    this.#places = new Map(singles.map((fault, place) => [fault, place]));
  }

  hear(single: Fault, reached: readonly Fault[]): void {
    const place = this.#places.get(single);
    if (place === undefined) return;
    const met = new Uint8Array(this.#singles.length);
    for (const fault of reached) {
      const other = this.#places.get(fault);
      if (other !== undefined) met[other] = 1;
    }
    this.#reached[place] = reached;
    this.#met[place] = met;
  }

  /** Counts them, and says in between how many it has looked at since, so that others may have their turn. */
  *counting(): Generator<number> {
    this.count = 0;
    for (let place = 0; place < this.#singles.length; place++) {
      for (const _ of this.#of(place)) this.count++;
      yield this.#reached[place]?.length ?? 0;
    }
  }

  /** So many of them in their order: one, by seeded chance, out of each of as many stretches that are equally long. */
  *sample(size: number): Generator<Schedule> {
    const random = randomFrom('pairs');
    const startOf = (stretch: number) => Math.floor((stretch * this.count) / size);
    const chosenOf = (stretch: number) =>
      startOf(stretch) + Math.floor(random() * (startOf(stretch + 1) - startOf(stretch)));
    let stretch = 0;
    let chosen = chosenOf(stretch);
    let at = 0;
    for (let place = 0; place < this.#singles.length && stretch < size; place++) {
      for (const pair of this.#of(place)) {
        if (at++ !== chosen) continue;
        yield pair;
        stretch++;
        chosen = chosenOf(stretch);
      }
    }
  }

  /** Those that are found in the play of this fault, and were not found in that of one before it. */
  *#of(place: number): Generator<Schedule> {
    const first = this.#singles[place]!;
    for (const second of this.#reached[place] ?? []) {
      const other = this.#places.get(second) ?? this.#singles.length;
      const isEarlier = other < place;
      if (isEarlier && this.#met[other]?.[place] === 1) continue;
      if (canMeet(first, second) && this.#isWanted(first, second)) yield isEarlier ? [second, first] : [first, second];
    }
  }
}

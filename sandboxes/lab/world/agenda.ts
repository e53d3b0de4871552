import type { Place } from 'lab/authoring';
import type { Life } from '#processes/life.ts';

/** Something that is to happen. */
export interface Occasion {
  readonly at: number;
  /** Breaks ties: what was asked for first happens first. */
  readonly order: number;
  readonly run: () => void;
  /** Whose code runs; it does not happen when they are dead by then. */
  readonly life: Life | undefined;
  /** The delay that a program's own timer asked for; undefined for everything that is on its way by itself. */
  readonly timerMs: number | undefined;
  /** Where in the learner's code it was asked for, when positions are wanted. */
  readonly from: Place | undefined;
  cancelled: boolean;
}

/** A heap of occasions: the next one first. */
export class Agenda {
  readonly #heap: Occasion[] = [];

  get pending(): readonly Occasion[] {
    return this.#heap;
  }

  next(): Occasion | undefined {
    return this.#heap[0];
  }

  add(occasion: Occasion): void {
    const heap = this.#heap;
    let i = heap.push(occasion) - 1;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (!isBefore(occasion, heap[parent]!)) break;
      heap[i] = heap[parent]!;
      i = parent;
    }
    heap[i] = occasion;
  }

  take(): Occasion | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (heap.length === 0 || !last) return first;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && isBefore(heap[child + 1]!, heap[child]!)) child++;
      if (!isBefore(heap[child]!, last)) break;
      heap[i] = heap[child]!;
      i = child;
    }
    heap[i] = last;
    return first;
  }
}

function isBefore(a: Occasion, b: Occasion): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}

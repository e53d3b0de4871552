import type { Occasion } from './occasion.ts';

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

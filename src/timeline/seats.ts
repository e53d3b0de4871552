/** A rectangle of the drawing, in px. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Wire = readonly [x1: number, y1: number, x2: number, y2: number];

export interface Seat {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  /** How little this seat is liked before anything is in its way. */
  readonly cost: number;
}

/** Where labels may sit: never on another label, on a mark or outside the chart; across lines only when it must be. */
export class SeatingPlan {
  readonly #chart: Box;
  readonly #marks: readonly Box[];
  readonly #wires: readonly Wire[];
  readonly #taken: Box[] = [];

  constructor(chart: Box, marks: readonly Box[], wires: readonly Wire[]) {
    this.#chart = chart;
    this.#marks = marks;
    this.#wires = wires;
  }

  get taken(): readonly Box[] {
    return this.#taken;
  }

  /** The cheapest free seat for a label of this size, and takes it; undefined when nothing is free. */
  seat(width: number, height: number, seats: readonly Seat[]): (Seat & { readonly box: Box }) | undefined {
    let best: (Seat & { readonly box: Box }) | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const seat of seats) {
      if (seat.cost >= least) continue;
      const box = boxOf(seat, width, height);
      if (
        !inside(box, this.#chart) ||
        this.#taken.some((other) => touches(box, other, LABEL_GAP)) ||
        this.#marks.some((mark) => touches(box, mark, MARK_GAP))
      )
        continue;
      let cost = seat.cost;
      for (const wire of this.#wires) {
        const crossed = crossedBy(box, wire);
        if (crossed > 0) cost += 6 + crossed * 0.35;
        if (cost >= least) break;
      }
      if (cost >= least) continue;
      least = cost;
      best = { ...seat, box };
    }
    if (best) this.#taken.push(best.box);
    return best;
  }
}

export function touches(a: Box, b: Box, gap = 0): boolean {
  return (
    a.x < b.x + b.width + gap && b.x < a.x + a.width + gap && a.y < b.y + b.height + gap && b.y < a.y + a.height + gap
  );
}

const LABEL_GAP = 5;
const MARK_GAP = 2;

function boxOf(seat: Seat, width: number, height: number): Box {
  const x = seat.anchor === 'start' ? seat.x : seat.anchor === 'end' ? seat.x - width : seat.x - width / 2;
  return { x, y: seat.y, width, height };
}

function inside(box: Box, chart: Box): boolean {
  return (
    box.x >= chart.x &&
    box.y >= chart.y &&
    box.x + box.width <= chart.x + chart.width &&
    box.y + box.height <= chart.y + chart.height
  );
}

/** How many px of a line run through a box: Liang and Barsky's clipping. */
function crossedBy(box: Box, [x1, y1, x2, y2]: Wire): number {
  const dx = x2 - x1;
  const dy = y2 - y1;
  let from = 0;
  let to = 1;
  for (const [step, room] of [
    [-dx, x1 - box.x + 1],
    [dx, box.x + box.width + 1 - x1],
    [-dy, y1 - box.y + 1],
    [dy, box.y + box.height + 1 - y1],
  ] as const) {
    if (step === 0) {
      if (room < 0) return 0;
      continue;
    }
    const at = room / step;
    if (step < 0) from = Math.max(from, at);
    else to = Math.min(to, at);
    if (from > to) return 0;
  }
  return (to - from) * Math.hypot(dx, dy) + 1;
}

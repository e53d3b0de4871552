import { textWidth } from './letters.ts';
import type { Label, MessageLine, Scene, SceneEvent } from './scene.ts';
import { type Box, type Seat, SeatingPlan, type Wire } from './seats.ts';
import { escaped, px } from './svg.ts';
import { MAIL_DROP, type WideLayout } from './wide-layout.ts';

export interface SeatedLabel {
  readonly text: string;
  readonly box: Box;
  readonly svg: string;
}

interface Given {
  readonly scene: Scene;
  readonly layout: WideLayout;
  /** Marks, boxes and rows: no label ever lies over one. */
  readonly obstacles: readonly Box[];
  readonly wires: readonly Wire[];
  readonly lines: readonly { readonly message: MessageLine; readonly wire: Wire }[];
}

const SIZE = 12.5;
const HEIGHT = 15;

/** Seats the labels of a wide drawing, faults and evidence first. What finds no seat is told by the steps and the table. */
export function seatLabels(given: Given): SeatedLabel[] {
  const { scene, layout } = given;
  const chart: Box = { x: layout.left - 2, y: 48, width: layout.width - layout.left + 2, height: layout.height - 50 };
  const plan = new SeatingPlan(
    scene.windows.length > 0 ? chart : { ...chart, y: 30, height: layout.height - 32 },
    given.obstacles,
    given.wires,
  );
  const wanted = scene.events.flatMap((event, i) =>
    event.label && !event.quiet && !layout.scale.hidden(event.at) && hasItsMark(event, i, layout)
      ? [{ event, label: event.label, i }]
      : [],
  );
  wanted.sort((a, b) => a.label.rank - b.label.rank || a.i - b.i);
  const seated: SeatedLabel[] = [];
  for (const { event, label, i } of wanted) {
    const weight = label.style === 'strong' || label.style === 'fault' ? 650 : 500;
    const seat = plan.seat(textWidth(label.text, SIZE, weight) * 1.02, HEIGHT, seatsFor(event, label, i, given));
    if (!seat) continue;
    const pen = label.style === 'pen' ? ` data-pen="${penOf(event, given)}"` : '';
    seated.push({
      text: label.text,
      box: seat.box,
      svg: `<text class="tl-label is-${label.style}"${pen} x="${px(seat.x)}" y="${px(seat.y + 11.5)}" text-anchor="${seat.anchor}">${escaped(label.text)}</text>`,
    });
  }
  return seated;
}

/** Words without the mark that they belong to would name something else. */
const hasItsMark = (event: SceneEvent, i: number, layout: WideLayout): boolean =>
  event.mark === undefined || layout.markX.has(i);

function penOf(event: SceneEvent, { lines, layout }: Given): string {
  return (
    lines.find(({ message }) => message.message !== undefined && message.message === event.message)?.message.pen ??
    layout.lanes.get(event.lane)?.lane.pen ??
    'broker'
  );
}

function seatsFor(event: SceneEvent, label: Label, i: number, given: Given): Seat[] {
  const { layout } = given;
  const place = layout.lanes.get(event.lane);
  if (!place) return [];
  const x = layout.markX.get(i) ?? layout.scale.x(event.at);
  if (event.mark === 'mail' || event.mark === 'mail again')
    return [
      ...mailSeats(x, place.y + MAIL_DROP),
      ...(label.rank <= 1 ? costlier(aroundSeats(x, place.y, 19, true), 3) : []),
    ];
  const line =
    event.kind === 'published' || event.kind === 'appended' || isTaken(event) ? lineOf(event, given) : undefined;
  if (line) return lineSeats(line, isTaken(event));
  const reach =
    event.marked && event.lane !== 'broker'
      ? 19
      : event.lane === 'broker'
        ? (place.bottom - place.top) / 2 + 6
        : event.kind === 'committed' || event.kind === 'rolled back'
          ? 13
          : 14;
  return aroundSeats(x, place.y, reach, label.rank <= 1);
}

/** Its line comes from the broker. */
const isTaken = ({ kind }: SceneEvent): boolean => kind === 'delivered' || kind === 'record read';

function lineOf(event: SceneEvent, { lines }: Given): Wire | undefined {
  const arrives = (message: MessageLine) => Math.abs(message.arrives - event.at) < 0.5;
  const kinds = isTaken(event) ? ['deliver', 'redeliver'] : ['publish'];
  return lines.find(
    ({ message }) => message.message === event.message && kinds.includes(message.kind) && arrives(message),
  )?.wire;
}

/** Beside an envelope; below it; or a little further out. */
function mailSeats(x: number, y: number): Seat[] {
  const seats: Seat[] = [
    { x: x + 13, y: y - 8, anchor: 'start', cost: 0 },
    { x: x - 13, y: y - 8, anchor: 'end', cost: 1 },
    { x, y: y + 9, anchor: 'middle', cost: 2 },
    { x: x - 6, y: y + 9, anchor: 'start', cost: 2.4 },
    { x: x + 6, y: y + 9, anchor: 'end', cost: 2.6 },
  ];
  for (const d of [20, 32])
    seats.push(
      { x: x + d, y: y - 6, anchor: 'start', cost: d / 6 },
      { x: x - d, y: y - 6, anchor: 'end', cost: d / 6 + 0.5 },
    );
  return seats;
}

const costlier = (seats: readonly Seat[], by: number): Seat[] =>
  seats.map((seat) => ({ ...seat, cost: seat.cost + by }));

/** At the side of a slanted line, near its middle. */
function lineSeats([x1, y1, x2, y2]: Wire, late: boolean): Seat[] {
  const seats: Seat[] = [];
  for (const share of late ? [0.3, 0.5, 0.2, 0.7] : [0.5, 0.35, 0.65, 0.22, 0.8]) {
    const x = x1 + (x2 - x1) * share;
    const y = y1 + (y2 - y1) * share - HEIGHT / 2;
    for (const d of [8, 14, 24])
      seats.push(
        { x: x + d, y, anchor: 'start', cost: d / 6 + Math.abs(share - 0.5) * 3 },
        { x: x - d, y, anchor: 'end', cost: d / 6 + Math.abs(share - 0.5) * 3 + 0.6 },
      );
  }
  return seats;
}

const AROUND = [
  [-4, 'start', 0],
  [0, 'middle', 0.6],
  [4, 'end', 1],
  [10, 'start', 1.2],
  [-10, 'end', 1.6],
  [26, 'start', 2.4],
  [-26, 'end', 2.8],
] as const;

/** Above or below, leaning to either side; what must be read may sit further out. */
function aroundSeats(x: number, y: number, reach: number, needed: boolean): Seat[] {
  const seats: Seat[] = [];
  for (const away of needed ? [0, 14, 28, 42] : [0, 14, 28]) {
    for (const [dx, anchor, cost] of AROUND) {
      seats.push({ x: x + dx, y: y - reach - HEIGHT - away + 2, anchor, cost: cost + away / 5 });
      seats.push({ x: x + dx, y: y + reach + away - 2, anchor, cost: cost + away / 5 + 0.8 });
    }
  }
  if (needed) {
    for (const dx of [48, 76, 110]) {
      for (const dy of [-reach - HEIGHT + 2, reach - 2]) {
        seats.push(
          { x: x + dx, y: y + dy, anchor: 'start', cost: dx / 5 },
          { x: x - dx, y: y + dy, anchor: 'end', cost: dx / 5 + 0.5 },
        );
      }
    }
  }
  return seats;
}

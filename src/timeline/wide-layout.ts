import type { LaneId } from './lane-id.ts';
import { textWidth } from './letters.ts';
import type { Lane, Mark, Scene, SceneEvent } from './scene.ts';
import { type TimeScale, timeScale } from './time-scale.ts';

/** Where everything of a wide drawing lies, in px. */
export interface WideLayout {
  readonly width: number;
  readonly height: number;
  /** Lanes run from here … */
  readonly left: number;
  /** … to here. */
  readonly right: number;
  readonly nameWidth: number;
  readonly scale: TimeScale;
  readonly lanes: ReadonlyMap<LaneId, LanePlace>;
  /** The middle of a row of the broker's band; undefined for a row that holds nothing in sight. */
  rowY(row: number | undefined): number | undefined;
  /** Where the mark of an event is drawn, by its place in the list; undefined when there is no room for it. */
  readonly markX: ReadonlyMap<number, number>;
}

export interface LanePlace {
  readonly lane: Lane;
  readonly y: number;
  readonly top: number;
  readonly bottom: number;
}

export const RULER_Y = 26;
/** Where an envelope hangs below its lane. */
export const MAIL_DROP = 21;
const AXIS = 34;
const BOTTOM = 14;
const RIGHT = 30;
/** The names of instances differ in their last letter: those that a course has are never cut. */
const ROOM_FOR_NAMES = 136;

export function wideLayout(scene: Scene, width: number): WideLayout {
  const longest = Math.max(0, ...scene.lanes.map((lane) => textWidth(lane.name, 14, 600)));
  const nameWidth = Math.min(longest, Math.max(ROOM_FOR_NAMES, width * 0.16));
  const left = Math.ceil(20 + nameWidth + 16);
  const right = width - RIGHT;
  const times = scene.events.filter((event) => !event.quiet).map((event) => event.at);
  const scale = timeScale(times, scene.from, scene.to, left + 8, right - 14);
  const rows = rowsInSight(scene, scale);
  const pitch = Math.max(3.5, Math.min(9, 96 / Math.max(1, rows.length)));
  const lanes = new Map<LaneId, LanePlace>();
  const gap = scene.lanes.length > 5 ? 66 : 74;
  let y = AXIS + (scene.windows.length > 0 ? 18 : 0);
  for (const lane of scene.lanes) {
    const height = lane.id === 'broker' ? Math.max(20, rows.length * pitch + 12) : 0;
    y += gap / 2;
    lanes.set(lane.id, { lane, top: y, y: y + height / 2, bottom: y + height });
    y += height + gap / 2;
  }
  const broker = lanes.get('broker');
  const rowY = (row: number | undefined): number | undefined => {
    const i = row === undefined ? -1 : rows.indexOf(row);
    return broker === undefined || i < 0 ? undefined : broker.y + (i - (rows.length - 1) / 2) * pitch;
  };
  return {
    width,
    height: Math.ceil(y + BOTTOM),
    left,
    right,
    nameWidth,
    scale,
    lanes,
    rowY,
    markX: marksOf(scene, scale, lanes, right),
  };
}

/** How much of its lane a mark takes. */
export const markWidth: Readonly<Record<Mark, number>> = {
  mail: 18,
  'mail again': 18,
  crash: 19,
  restart: 7,
  read: 15,
  'stale read': 15,
  fault: 12,
  point: 10,
};

/**
 * Two marks of one lane that fall on each other are moved apart in their order; one that would land far from its time gives
 * way, unless the story rests on it, and is told by the steps and the table.
 */
function marksOf(
  scene: Scene,
  scale: TimeScale,
  lanes: ReadonlyMap<LaneId, LanePlace>,
  right: number,
): Map<number, number> {
  const places = new Map<number, number>();
  for (const id of lanes.keys()) {
    const marked = scene.events.flatMap((event, i) =>
      event.lane === id &&
      event.mark !== undefined &&
      !scale.hidden(event.at) &&
      !(event.quiet && NOT_IN_COMPANY.has(event.mark))
        ? [{ event, mark: event.mark, i }]
        : [],
    );
    const weighty = marked.filter(({ event }) => isWeighty(event));
    const seated: { readonly i: number; readonly half: number; x: number }[] = [];
    let edge = Number.NEGATIVE_INFINITY;
    for (const { event, mark, i } of marked) {
      const own = scale.x(event.at);
      const half = markWidth[mark] / 2;
      const x = Math.max(own, edge + half + 1);
      const next = weighty.find((w) => w.i > i);
      const blocks =
        next !== undefined && !isWeighty(event) && x + half > scale.x(next.event.at) - markWidth[next.mark] / 2;
      if (x - own > (isWeighty(event) ? FAR_PX * 3 : FAR_PX) || blocks) continue;
      if (x + half > right && !isWeighty(event)) continue;
      seated.push({ i, half, x: Math.min(x, right - half) });
      edge = Math.min(x, right - half) + half;
    }
    pushBack(seated);
    for (const { i, x } of seated) places.set(i, x);
  }
  return places;
}

/** At the end of its lane there is no room to the right: there the marks before the last one give way to the left. */
function pushBack(seated: { readonly half: number; x: number }[]): void {
  for (let k = seated.length - 2; k >= 0; k--) {
    const [mark, next] = [seated[k]!, seated[k + 1]!];
    mark.x = Math.min(mark.x, next.x - next.half - mark.half - 1);
  }
}

/** Marks of what only keeps company that are left to the table. */
const NOT_IN_COMPANY = new Set<Mark>(['fault', 'point', 'read', 'stale read']);

const isWeighty = (event: SceneEvent): boolean =>
  event.marked ||
  event.kind === 'crashed' ||
  (event.kind === 'struck' && !event.quiet) ||
  (event.kind === 'mailed' && !event.quiet);
const FAR_PX = 26;

/** Rows that hold something within the stretch that is drawn, from the top of the band. */
function rowsInSight(scene: Scene, scale: TimeScale): number[] {
  const rows = new Set(scene.partitions.map((partition) => partition.row));
  for (const copy of scene.copies) {
    if (
      copy.stays.some(
        (stay) =>
          stay.to >= scene.from &&
          stay.from <= scene.to &&
          !(scale.hidden(stay.from) && scale.hidden(stay.to) && copy.quiet),
      )
    )
      rows.add(copy.row);
  }
  return [...rows].sort((a, b) => a - b);
}

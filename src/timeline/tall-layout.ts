import type { LaneId } from './lane-id.ts';
import { shortened, textWidth, wrapped } from './letters.ts';
import type { Lane, Scene, SceneEvent } from './scene.ts';

/** Where everything of a tall drawing lies, in px. Order is true and distance is not: each event has a row of its own. */
export interface TallLayout {
  readonly width: number;
  readonly height: number;
  /** Where lanes begin, under their slanted names. */
  readonly head: number;
  readonly textX: number;
  readonly lanes: ReadonlyMap<LaneId, TallLane>;
  readonly rows: readonly TallRow[];
  /** Where a moment lies; of several events at one moment, the one that this entry belongs to or follows. */
  y(at: number, seq: number): number;
  /** The middle of a row of the broker's band; undefined for a row that holds nothing of this story. */
  rowX(row: number | undefined): number | undefined;
}

export interface TallLane {
  readonly lane: Lane;
  readonly name: string;
  readonly x: number;
  readonly left: number;
  readonly right: number;
}

export interface TallRow {
  /** The event's place in the scene's list. */
  readonly event: number;
  readonly what: SceneEvent;
  readonly y: number;
  readonly lines: readonly string[];
  /** The gap before it was too long to be drawn. */
  readonly cutMs: number | undefined;
}

/** Times stand in this much at the left. */
export const GUTTER = 34;
export const LINE = 16;
const SIZE = 13;
const SLANT = Math.sin((52 * Math.PI) / 180);
const LONGEST_NAME = 104;
const MOST_GAP = 84;

export function tallLayout(scene: Scene, width: number): TallLayout {
  const shown = lanesWithRoom(scene, width);
  const names = shown.map((lane) => shortened(lane.name, LONGEST_NAME, SIZE, 600));
  const head = Math.ceil(Math.max(0, ...names.map((name) => textWidth(name, SIZE, 600))) * SLANT + 30);
  const shownRows = rowsShown(scene);
  const pitch = Math.max(2.5, Math.min(6, 48 / Math.max(1, shownRows.length)));
  const bandWidth = Math.max(16, shownRows.length * pitch + 8);
  const processes = shown.filter((lane) => lane.id !== 'broker').length;
  const band = shown.some((lane) => lane.id === 'broker') ? bandWidth : 0;
  const gap = Math.max(
    18,
    Math.min(34, (width - GUTTER - 18 - band - LEAST_TEXT) / Math.max(1, processes + (band ? 0.6 : 0))),
  );
  const { lanes, end } = lanesFrom(shown, names, gap, bandWidth);
  const textX = end - gap + 22;
  const { rows, bottom } = rowsFrom(scene, lanes, head, Math.max(60, width - textX));
  const broker = lanes.get('broker');
  return {
    width,
    head,
    textX,
    lanes,
    rows,
    height: Math.ceil(bottom + 22),
    y: (at, seq) => yOf(rows, at, seq, head, bottom),
    rowX: (row) => {
      const i = row === undefined ? -1 : shownRows.indexOf(row);
      return broker && i >= 0 ? broker.x + (i - (shownRows.length - 1) / 2) * pitch : undefined;
    },
  };
}

/** As many lanes as leave room for words: those that the verdict rests on first, then those that most happens on. */
function lanesWithRoom(scene: Scene, width: number): readonly Lane[] {
  const most = Math.max(3, Math.floor((width - GUTTER - 40 - LEAST_TEXT) / 20));
  if (scene.lanes.length <= most) return scene.lanes;
  const told = scene.events.filter((event) => !event.quiet);
  const weight = ({ id }: Lane) =>
    (id === 'broker' ? 1_000 : 0) +
    told.reduce((sum, event) => sum + (event.lane !== id ? 0 : event.marked ? 100 : event.mark ? 10 : 1), 0);
  const kept = new Set([...scene.lanes].sort((a, b) => weight(b) - weight(a)).slice(0, most));
  return scene.lanes.filter((lane) => kept.has(lane));
}

/** Narrower than this a sentence is a column of single words. */
const LEAST_TEXT = 150;

function lanesFrom(all: readonly Lane[], names: readonly string[], gap: number, bandWidth: number) {
  const lanes = new Map<LaneId, TallLane>();
  let x = GUTTER + 18;
  all.forEach((lane, i) => {
    const name = names[i]!;
    if (lane.id === 'broker') {
      lanes.set(lane.id, { lane, name, x: x - 6 + bandWidth / 2, left: x - 6, right: x - 6 + bandWidth });
      x += bandWidth + gap * 0.6;
    } else {
      lanes.set(lane.id, { lane, name, x, left: x, right: x });
      x += gap;
    }
  });
  return { lanes, end: x };
}

function rowsFrom(scene: Scene, lanes: ReadonlyMap<LaneId, TallLane>, head: number, textWidthPx: number) {
  const rows: TallRow[] = [];
  let y = head;
  let before: TallRow | undefined;
  scene.events.forEach((what, event) => {
    if (what.quiet) return;
    const weight = what.label?.style === 'strong' || what.label?.style === 'fault' || what.marked ? 650 : 500;
    const lane = scene.lanes.find(({ id }) => id === what.lane);
    // Without its lane in sight, the words have to say who.
    const words = lane && !lanes.has(lane.id) ? `${lane.name}: ${what.brief}` : what.brief;
    const lines = wrapped(words, textWidthPx, SIZE, weight);
    const ms = before ? what.at - before.what.at : 0;
    const needed = before ? before.lines.length * LINE + 8 : 14;
    y += Math.max(needed, before ? 22 : 14, Math.min(ms * 0.9, MOST_GAP));
    before = { event, what, y, lines, cutMs: before && ms * 0.9 > MOST_GAP ? ms : undefined };
    rows.push(before);
  });
  return { rows, bottom: before ? before.y + before.lines.length * LINE : y };
}

function yOf(rows: readonly TallRow[], at: number, seq: number, head: number, bottom: number): number {
  const first = rows[0];
  const last = rows.at(-1);
  if (!first || !last) return head;
  if (at < first.what.at) return Math.max(head, first.y - (first.what.at - at) * 0.9);
  if (at > last.what.at) return Math.min(bottom + 18, last.y + (at - last.what.at) * 0.9);
  const here = rows.filter((row) => row.what.at === at);
  if (here.length > 0) return (here.findLast((row) => (row.what.seqs[0] ?? 0) <= seq) ?? here[0]!).y;
  const next = rows.findIndex((row) => row.what.at > at);
  const [a, b] = [rows[next - 1]!, rows[next]!];
  return a.y + ((at - a.what.at) / (b.what.at - a.what.at)) * (b.y - a.y);
}

function rowsShown(scene: Scene): number[] {
  const rows = new Set(scene.partitions.map((partition) => partition.row));
  for (const copy of scene.copies)
    if (!copy.quiet && copy.stays.some((stay) => stay.to >= scene.from && stay.from <= scene.to)) rows.add(copy.row);
  return [...rows].sort((a, b) => a - b);
}

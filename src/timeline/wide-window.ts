import { textWidth } from './letters.ts';
import type { Scene } from './scene.ts';
import type { Box, Wire } from './seats.ts';
import { escaped, line, px } from './svg.ts';
import type { WideLayout } from './wide-layout.ts';

export interface DrawnWindow {
  readonly box: Box;
  readonly labelBox: Box;
  readonly edges: readonly Wire[];
  readonly svg: string;
  /** Drawn after the cuts, or one of them could hide it. */
  readonly label: string;
}

export function windowOf(scene: Scene, layout: WideLayout): DrawnWindow | undefined {
  const window = scene.windows[0];
  const a = window && layout.lanes.get(window.opensLane);
  const b = window && layout.lanes.get(window.closesLane);
  if (!window || !a || !b) return undefined;
  const open = window.closes === undefined || window.closes > scene.to;
  const x1 = window.opens < scene.from ? layout.left : layout.scale.x(window.opens);
  const x2 = open ? layout.right : layout.scale.x(window.closes ?? scene.to);
  const y1 = 42;
  const y2 = Math.max(a.bottom, b.bottom) + 30;
  const labelWidth = textWidth(window.label, 12.5, 600) + 14;
  // A cut goes through everything, so the label stands in the widest stretch that is drawn.
  const room = drawnStretches(layout, x1, x2).sort((a, b) => b.to - b.from - (a.to - a.from))[0];
  const inside = room !== undefined && labelWidth < room.to - room.from - 16;
  // A label wider than its window stands beside it, where the chart has room.
  const beside = [x2 + labelWidth / 2 + 4, x1 - labelWidth / 2 - 4].find((x) => isFree(layout, x, labelWidth));
  const middle = inside
    ? (room.from + room.to) / 2
    : (beside ?? Math.min(layout.right - labelWidth / 2, x2 + labelWidth / 2 + 4));
  const bracket = inside
    ? line(x1, y1, middle - labelWidth / 2, y1) + line(middle + labelWidth / 2, y1, x2, y1)
    : line(x1, y1, x2, y1);
  const closing = open ? '' : `<path class="tl-window-edge is-close" d="${line(x2, y1 - 5, x2, y2)}"/>`;
  return {
    box: { x: x1, y: y1, width: Math.max(0, x2 - x1), height: y2 - y1 },
    labelBox: { x: middle - labelWidth / 2, y: y1 - 9, width: labelWidth, height: 18 },
    edges: [
      [x1, y1, x1, y2],
      [x2, y1, x2, y2],
    ],
    svg: `<path class="tl-window-edge" d="${line(x1, y1 - 5, x1, y2)}"/>${closing}<path class="tl-bracket" d="${bracket}"/>`,
    label: `<text class="tl-window-label" x="${px(middle)}" y="${px(y1 + 4)}" text-anchor="middle">${escaped(window.label)}</text>`,
  };
}

/** Inside of the chart, and on no cut. */
function isFree({ left, right, scale }: WideLayout, middle: number, width: number): boolean {
  const [from, to] = [middle - width / 2, middle + width / 2];
  return (
    from >= left && to <= right && !scale.segments.some(({ kind, x1, x2 }) => kind === 'cut' && from < x2 && to > x1)
  );
}

/** What of a stretch of the chart is not cut out. */
function drawnStretches({ scale }: WideLayout, x1: number, x2: number): { from: number; to: number }[] {
  return scale.segments
    .filter(({ kind }) => kind === 'drawn')
    .map((segment) => ({ from: Math.max(x1, segment.x1), to: Math.min(x2, segment.x2) }))
    .filter(({ from, to }) => to > from);
}

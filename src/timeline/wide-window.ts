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
  const inside = labelWidth < x2 - x1 - 16;
  // A label wider than its window stands beside it, where the chart has room.
  const beside = x2 + labelWidth < layout.right ? x2 + labelWidth / 2 + 4 : x1 - labelWidth / 2 - 4;
  const middle = inside ? (x1 + x2) / 2 : Math.max(layout.left + labelWidth / 2, beside);
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
    svg: `<path class="tl-window-edge" d="${line(x1, y1 - 5, x1, y2)}"/>${closing}<path class="tl-bracket" d="${bracket}"/><text class="tl-window-label" x="${px(middle)}" y="${px(y1 + 4)}" text-anchor="middle">${escaped(window.label)}</text>`,
  };
}

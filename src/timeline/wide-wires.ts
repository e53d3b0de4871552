import { dataMessage } from './messages-svg.ts';
import type { MessageLine, Scene } from './scene.ts';
import type { Box, Wire } from './seats.ts';
import { line } from './svg.ts';
import type { MessageKey } from './trace-index.ts';
import type { WideLayout } from './wide-layout.ts';

/** Where a message runs: between lanes, or from and to its row in the broker's band. Undefined when it is out of sight. */
export function wireOf(message: MessageLine, scene: Scene, layout: WideLayout): Wire | undefined {
  const from = layout.lanes.get(message.from);
  const to = layout.lanes.get(message.to);
  if (!from || !to || from === to || message.departs < scene.from - 2 || message.arrives > scene.to + 2)
    return undefined;
  if (message.quiet && (layout.scale.hidden(message.arrives) || layout.scale.hidden(message.departs))) return undefined;
  const down = from.y < to.y;
  const y1 =
    message.from === 'broker'
      ? (layout.rowY(message.row) ?? (down ? from.bottom : from.top))
      : from.y + (down ? 1 : -1);
  const y2 =
    message.to === 'broker' ? (layout.rowY(message.row) ?? (down ? to.top : to.bottom)) : to.y + (down ? -5 : 5);
  return [layout.scale.x(message.departs), y1, layout.scale.x(message.arrives), y2];
}

export const laneWires = (layout: WideLayout): Wire[] =>
  [...layout.lanes.values()].flatMap(({ top, bottom, y, lane }): Wire[] => {
    const { left, right } = layout;
    return lane.id === 'broker'
      ? [
          [left, top, right, top],
          [left, bottom, right, bottom],
        ]
      : [[left, y, right, y]];
  });

export function spanBox(span: Scene['spans'][number], layout: WideLayout): Box {
  const place = layout.lanes.get(span.lane)!;
  const x = layout.scale.x(span.from);
  const width = Math.max(3, layout.scale.x(span.to) - x);
  return span.kind === 'transaction'
    ? { x: x - 1, y: place.y - 10, width: width + 4, height: 20 }
    : { x, y: place.y - 4, width, height: 8 };
}

export function copyBoxes(scene: Scene, layout: WideLayout): Box[] {
  return scene.copies.flatMap((copy) => {
    const y = layout.rowY(copy.row);
    if (y === undefined) return [];
    return copy.stays
      .filter((stay) => inSight(stay, scene))
      .map((stay) => ({
        x: layout.scale.x(stay.from),
        y: y - 2,
        width: layout.scale.x(stay.to) - layout.scale.x(stay.from),
        height: 4,
      }));
  });
}

export const inSight = (span: { from: number; to: number }, scene: Scene): boolean =>
  span.to >= scene.from && span.from <= scene.to;
export const inRows = (copy: Scene['copies'][number], scene: Scene): boolean =>
  copy.stays.some((stay) => inSight(stay, scene));

/** The whole path of each message, waits included, to be shown when somebody follows it; or of one, shown from the start. */
export function followSvg(
  scene: Scene,
  layout: WideLayout,
  wires: readonly { message: MessageLine; wire: Wire }[],
  followed?: MessageKey,
): string {
  const paths = new Map<string, string>();
  const add = (key: string | undefined, d: string) => {
    if (key !== undefined && key === (followed ?? key)) paths.set(key, (paths.get(key) ?? '') + d);
  };
  for (const { message, wire } of wires) add(message.message, line(...wire));
  for (const copy of scene.copies) {
    const y = layout.rowY(copy.row);
    if (y === undefined) continue;
    for (const stay of copy.stays.filter((s) => inSight(s, scene)))
      add(copy.message, line(layout.scale.x(stay.from), y, layout.scale.x(stay.to), y));
  }
  const on = followed === undefined ? '' : ' is-on';
  return [...paths].map(([message, d]) => `<path class="tl-follow${on}"${dataMessage(message)} d="${d}"/>`).join('');
}

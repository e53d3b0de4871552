import { crashGlyph, deadLetterGlyph, faultGlyph, mailGlyph, penGlyph, readGlyph, restartGlyph } from './glyphs.ts';
import { shapes } from './pens.ts';
import type { Scene, SceneEvent } from './scene.ts';
import type { Box } from './seats.ts';
import { line } from './svg.ts';
import { type LanePlace, MAIL_DROP, markWidth, type WideLayout } from './wide-layout.ts';

export interface DrawnMark {
  readonly event: SceneEvent;
  readonly svg: string;
  readonly boxes: readonly Box[];
}

export function marksOf(scene: Scene, layout: WideLayout): DrawnMark[] {
  const drawn: DrawnMark[] = [];
  scene.events.forEach((event, i) => {
    const x = layout.markX.get(i);
    const place = layout.lanes.get(event.lane);
    if (x !== undefined && place) drawn.push(markOf(event, x, place));
  });
  for (const copy of scene.copies) {
    const y = layout.rowY(copy.row);
    const last = copy.stays.at(-1);
    if (copy.end !== 'given up' || y === undefined || !last || last.to < scene.from || last.to > scene.to) continue;
    const event = scene.events.find((e) => e.kind === 'given up' && e.message === copy.message);
    if (event && !layout.scale.hidden(last.to))
      drawn.push({
        event,
        svg: deadLetterGlyph(layout.scale.x(last.to) + 6, y),
        boxes: [{ x: layout.scale.x(last.to) - 1, y: y - 7, width: 14, height: 14 }],
      });
  }
  return drawn;
}

function markOf(event: SceneEvent, x: number, { lane, y, top, bottom }: LanePlace): DrawnMark {
  const mark = event.mark!;
  const half = markWidth[mark] / 2;
  const boxes: Box[] = [{ x: x - half, y: y - 9, width: 2 * half, height: 18 }];
  const own = (svg: string) => `<g data-pen="${lane.pen}">${svg}</g>`;
  switch (mark) {
    case 'mail':
    case 'mail again':
      if (event.quiet)
        return {
          event,
          svg: own(penGlyph(shapes[lane.pen], x, y, 3.4)),
          boxes: [{ x: x - 4, y: y - 4, width: 8, height: 8 }],
        };
      boxes[0] = { x: x - 5, y: y - 5, width: 10, height: 10 };
      boxes.push({ x: x - 9, y: y + MAIL_DROP - 7, width: 18, height: 14 });
      return {
        event,
        boxes,
        svg: own(
          `<path class="tl-stem" d="${line(x, y, x, y + MAIL_DROP - 5)}"/>${penGlyph(shapes[lane.pen], x, y, 4)}${mailGlyph(x, y + MAIL_DROP, mark === 'mail again')}`,
        ),
      };
    case 'crash':
      return { event, boxes, svg: crashGlyph(x, y) };
    case 'restart':
      return { event, boxes, svg: own(restartGlyph(x, y, lane.id === 'broker' ? (bottom - top) / 2 + 3 : 8, false)) };
    case 'read':
    case 'stale read':
      return { event, boxes, svg: own(readGlyph(x, y, mark === 'stale read')) };
    case 'fault':
      return { event, boxes, svg: faultGlyph(x, y) };
    case 'point':
      return { event, boxes, svg: own(penGlyph(shapes[lane.pen], x, y, 4)) };
  }
}

/** A highlighter stroke behind each thing that the verdict rests on; strokes that meet become one. */
export function evidenceOf(scene: Scene, layout: WideLayout): Box[] {
  const strokes: (Box & { lane: string })[] = [];
  scene.events.forEach((event, i) => {
    const place = layout.lanes.get(event.lane);
    if (!event.marked || !place || layout.scale.hidden(event.at)) return;
    const x = layout.markX.get(i) ?? layout.scale.x(event.at);
    const mail = event.mark === 'mail' || event.mark === 'mail again';
    const half = event.mark === undefined ? 9 : 11;
    const stroke = { x: x - half, y: place.y - 15, width: 2 * half, height: mail ? 45 : 30, lane: event.lane };
    const before = strokes.find((s) => s.lane === event.lane && stroke.x <= s.x + s.width + 6 && stroke.x >= s.x);
    if (!before) {
      strokes.push(stroke);
      return;
    }
    strokes[strokes.indexOf(before)] = {
      ...before,
      width: Math.max(before.width, stroke.x + stroke.width - before.x),
      height: Math.max(before.height, stroke.height),
    };
  });
  return strokes;
}

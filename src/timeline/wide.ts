import type { Drawing, DrawingOptions } from './drawing.ts';
import { crashGlyph, deadLetterGlyph, faultGlyph, mailGlyph, penGlyph, readGlyph, restartGlyph } from './glyphs.ts';
import { hatch } from './hatch.ts';
import { textWidth } from './letters.ts';
import { messageSvg } from './messages-svg.ts';
import { shapes } from './pens.ts';
import type { MessageLine, Scene, SceneEvent } from './scene.ts';
import type { Box, Wire } from './seats.ts';
import { type SpotPlace, spotsSvg } from './spots.ts';
import { escaped, line, px } from './svg.ts';
import { seatLabels } from './wide-labels.ts';
import { type LanePlace, MAIL_DROP, markWidth, RULER_Y, type WideLayout, wideLayout } from './wide-layout.ts';
import { copySvg, cutsSvg, lanesSvg, namesSvg, rulerSvg, spanSvg } from './wide-parts.ts';

/** A scene with time running to the right. Below 720 px of container, `tall` is the one to use. */
export function wide(scene: Scene, { id, width, interactive = false }: DrawingOptions): Drawing {
  const layout = wideLayout(scene, width);
  const wires = scene.messages.flatMap((message): { message: MessageLine; wire: Wire }[] => {
    const wire = wireOf(message, scene, layout);
    return wire ? [{ message, wire }] : [];
  });
  const spans = scene.spans.filter(
    (span) => span.kind !== 'down' && inSight(span, scene) && !(span.quiet && layout.scale.hidden(span.to)),
  );
  const marks = marksOf(scene, layout);
  const evidence = evidenceOf(scene, layout, marks);
  const window = windowOf(scene, layout);
  const obstacles = [
    ...spans.map((span) => spanBox(span, layout)),
    ...marks.flatMap((mark) => mark.boxes),
    ...copyBoxes(scene, layout),
    ...evidence,
    ...(window ? [window.labelBox] : []),
  ];
  const labels = seatLabels({
    scene,
    layout,
    obstacles,
    wires: [...wires.map(({ wire }) => wire), ...laneWires(layout), ...cutEdges(layout), ...(window?.edges ?? [])],
    lines: wires,
  });
  const spots = spotsOf(scene, layout);
  const parts = [
    window
      ? `<rect class="tl-window" x="${px(window.box.x)}" y="${px(window.box.y)}" width="${px(window.box.width)}" height="${px(window.box.height)}" fill="url(#${id}-hatch)"/>`
      : '',
    evidence
      .map(
        (box) =>
          `<rect class="tl-marker" x="${px(box.x)}" y="${px(box.y)}" width="${px(box.width)}" height="${px(box.height)}"/>`,
      )
      .join(''),
    rulerSvg(layout),
    lanesSvg(scene, layout),
    window?.svg ?? '',
    interactive ? followSvg(scene, layout, wires) : '',
    [...spans]
      .sort((a, b) => Number(a.kind === 'busy') - Number(b.kind === 'busy'))
      .map((span) => spanSvg(span, layout))
      .join(''),
    scene.copies.map((copy) => (inRows(copy, scene) ? copySvg(copy, scene, layout) : '')).join(''),
    partitionsSvg(scene, layout),
    [...wires]
      .sort((a, b) => Number(b.message.quiet) - Number(a.message.quiet))
      .map(({ message, wire }) => messageSvg(message, wire, message.quiet ? 5.5 : 7.5))
      .join(''),
    cutsSvg(layout),
    marks.map((mark) => mark.svg).join(''),
    labels.map((label) => label.svg).join(''),
  ];
  const { height } = layout;
  const drawn = interactive ? `<g clip-path="url(#${id}-reveal)">${parts.join('')}</g>` : parts.join('');
  const reveal = interactive
    ? `<clipPath id="${id}-reveal"><rect class="tl-reveal" x="0" y="0" width="${px(width)}" height="${height}"/></clipPath>`
    : '';
  const playhead = interactive
    ? `<g class="tl-playhead" visibility="hidden"><path d="M0 ${RULER_Y}V${height - 14}"/><path class="tl-flag" d="M-5 19h10v4l-5 5l-5 -5Z"/></g>`
    : '';
  const role = interactive ? 'role="group"' : 'role="img"';
  return {
    svg: `<svg class="tl-svg is-wide" viewBox="0 0 ${px(width)} ${height}" width="${px(width)}" height="${height}" ${role} aria-label="${escaped(scene.name)}"><defs>${hatch(id)}${reveal}</defs>${namesSvg(layout)}${drawn}${playhead}${interactive ? spotsSvg(scene, spots) : ''}</svg>`,
    width,
    height,
    spots,
    labels: labels.map(({ box, text }) => ({ ...box, text })),
    marks: [...marks.flatMap((mark) => mark.boxes), ...spans.map((span) => spanBox(span, layout))],
  };
}

const inSight = (span: { from: number; to: number }, scene: Scene): boolean =>
  span.to >= scene.from && span.from <= scene.to;
const inRows = (copy: Scene['copies'][number], scene: Scene): boolean =>
  copy.stays.some((stay) => inSight(stay, scene));

/** Where a message runs: between lanes, or from and to its row in the broker's band. Undefined when it is out of sight. */
function wireOf(message: MessageLine, scene: Scene, layout: WideLayout): Wire | undefined {
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

const laneWires = (layout: WideLayout): Wire[] =>
  [...layout.lanes.values()].flatMap(({ top, bottom, y, lane }): Wire[] => {
    const { left, right } = layout;
    return lane.id === 'broker'
      ? [
          [left, top, right, top],
          [left, bottom, right, bottom],
        ]
      : [[left, y, right, y]];
  });

const cutEdges = (layout: WideLayout): Wire[] =>
  layout.scale.segments.flatMap((s): Wire[] =>
    s.kind === 'cut'
      ? [
          [s.x1, RULER_Y, s.x1, layout.height],
          [s.x2, RULER_Y, s.x2, layout.height],
        ]
      : [],
  );

function spanBox(span: Scene['spans'][number], layout: WideLayout): Box {
  const place = layout.lanes.get(span.lane)!;
  const x = layout.scale.x(span.from);
  const width = Math.max(3, layout.scale.x(span.to) - x);
  return span.kind === 'transaction'
    ? { x: x - 1, y: place.y - 10, width: width + 4, height: 20 }
    : { x, y: place.y - 4, width, height: 8 };
}

function copyBoxes(scene: Scene, layout: WideLayout): Box[] {
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

interface DrawnMark {
  readonly event: SceneEvent;
  readonly svg: string;
  readonly boxes: readonly Box[];
}

function marksOf(scene: Scene, layout: WideLayout): DrawnMark[] {
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
function evidenceOf(scene: Scene, layout: WideLayout, marks: readonly DrawnMark[]): Box[] {
  const strokes: (Box & { lane: string })[] = [];
  scene.events.forEach((event, i) => {
    const place = layout.lanes.get(event.lane);
    if (!event.marked || !place || layout.scale.hidden(event.at)) return;
    const x = layout.markX.get(i) ?? layout.scale.x(event.at);
    const mail = event.mark === 'mail' || event.mark === 'mail again';
    const half = event.mark === undefined ? 9 : 11;
    const stroke = { x: x - half, y: place.y - 15, width: 2 * half, height: mail ? 45 : 30, lane: event.lane };
    const before = strokes.find((s) => s.lane === event.lane && stroke.x <= s.x + s.width + 6 && stroke.x >= s.x);
    if (!before) return void strokes.push(stroke);
    strokes[strokes.indexOf(before)] = {
      ...before,
      width: Math.max(before.width, stroke.x + stroke.width - before.x),
      height: Math.max(before.height, stroke.height),
    };
  });
  return marks.length === 0 && strokes.length === 0 ? [] : strokes;
}

interface DrawnWindow {
  readonly box: Box;
  readonly labelBox: Box;
  readonly edges: readonly Wire[];
  readonly svg: string;
}

function windowOf(scene: Scene, layout: WideLayout): DrawnWindow | undefined {
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

/** The rows of a log: what was appended stays, each record a tick with its offset's place. */
function partitionsSvg(scene: Scene, layout: WideLayout): string {
  return scene.partitions
    .map((partition) => {
      const y = layout.rowY(partition.row);
      const first = partition.appends[0];
      if (y === undefined || !first || first.at > scene.to) return '';
      const ticks = partition.appends
        .filter((a) => !layout.scale.hidden(a.at))
        .map(
          (a) =>
            `<rect class="tl-record${a.quiet ? ' is-quiet' : ''}" x="${px(layout.scale.x(a.at) - 1.5)}" y="${px(y - 3)}" width="3" height="6"/>`,
        );
      return `<g data-pen="${partition.pen}" class="tl-log"><path class="tl-stay is-kept" d="${line(layout.scale.x(Math.max(first.at, scene.from)), y, layout.right, y)}"/>${ticks.join('')}</g>`;
    })
    .join('');
}

/** The whole path of each message, waits included, to be shown when somebody follows it. */
function followSvg(scene: Scene, layout: WideLayout, wires: readonly { message: MessageLine; wire: Wire }[]): string {
  const paths = new Map<string, string>();
  const add = (key: string | undefined, d: string) => {
    if (key !== undefined) paths.set(key, (paths.get(key) ?? '') + d);
  };
  for (const { message, wire } of wires) add(message.message, line(...wire));
  for (const copy of scene.copies) {
    const y = layout.rowY(copy.row);
    if (y === undefined) continue;
    for (const stay of copy.stays.filter((s) => inSight(s, scene)))
      add(copy.message, line(layout.scale.x(stay.from), y, layout.scale.x(stay.to), y));
  }
  return [...paths]
    .map(([message, d]) => `<path class="tl-follow" data-message="${escaped(message)}" d="${d}"/>`)
    .join('');
}

function spotsOf(scene: Scene, layout: WideLayout): SpotPlace[] {
  return scene.events.flatMap((event, i) => {
    const place = layout.lanes.get(event.lane);
    if (event.quiet || !place || layout.scale.hidden(event.at)) return [];
    return [{ event: i, x: layout.markX.get(i) ?? layout.scale.x(event.at), y: place.y }];
  });
}

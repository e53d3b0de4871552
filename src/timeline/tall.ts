import type { Drawing, DrawingOptions } from './drawing.ts';
import { crashGlyph, deadLetterGlyph, faultGlyph, mailGlyph, penGlyph, readGlyph, restartGlyph } from './glyphs.ts';
import { hatch } from './hatch.ts';
import { textWidth } from './letters.ts';
import { messageSvg } from './messages-svg.ts';
import { shapes } from './pens.ts';
import type { Copy, MessageLine, Scene, SceneEvent, Span } from './scene.ts';
import type { Box, Wire } from './seats.ts';
import { spotsSvg } from './spots.ts';
import { escaped, line, px } from './svg.ts';
import { GUTTER, LINE, type TallLane, type TallLayout, type TallRow, tallLayout } from './tall-layout.ts';

/** A scene with time running down: lanes at the left, a few words for each event at the right. It is nearly the table. */
export function tall(scene: Scene, { id, width, interactive = false }: DrawingOptions): Drawing {
  const layout = tallLayout(scene, width);
  const { height, rows } = layout;
  const marks = rows.flatMap((row) => markOf(row, layout));
  const spans = scene.spans.filter(
    (span) => !span.quiet && span.kind !== 'down' && span.to >= scene.from && span.from <= scene.to,
  );
  const wires = scene.messages.flatMap((message) => (message.quiet ? [] : wireOf(message, scene, layout)));
  const copies = scene.copies.filter((copy) => !copy.quiet);
  const parts = [
    rows.map((row, i) => markerSvg(row, rows[i + 1], layout)).join(''),
    windowSvg(scene, layout, id),
    rows.map((row) => leadSvg(row, layout)).join(''),
    lanesSvg(scene, layout),
    interactive ? followSvg(wires, copies, scene, layout) : '',
    [...spans]
      .sort((a, b) => Number(a.kind === 'busy') - Number(b.kind === 'busy'))
      .map((span) => spanSvg(span, layout))
      .join(''),
    copies.map((copy) => copySvg(copy, scene, layout)).join(''),
    partitionsSvg(scene, layout),
    wires.map(({ message, wire }) => messageSvg(message, wire, 6)).join(''),
    marks.map((mark) => mark.svg).join(''),
    rows.map((row) => rowSvg(row, layout)).join(''),
  ];
  const drawn = interactive ? `<g clip-path="url(#${id}-reveal)">${parts.join('')}</g>` : parts.join('');
  const reveal = interactive
    ? `<clipPath id="${id}-reveal"><rect class="tl-reveal" x="0" y="0" width="${px(width)}" height="${height}"/></clipPath>`
    : '';
  const playhead = interactive
    ? `<g class="tl-playhead" visibility="hidden"><path d="M${GUTTER} 0H${px(layout.textX - 6)}"/></g>`
    : '';
  const spots = rows.map((row) => ({
    event: row.event,
    x: layout.lanes.get(row.what.lane)?.x ?? layout.textX - 12,
    y: row.y,
  }));
  return {
    svg: `<svg class="tl-svg is-tall" viewBox="0 0 ${px(width)} ${height}" width="${px(width)}" height="${height}" role="${interactive ? 'group' : 'img'}" aria-label="${escaped(scene.name)}"><defs>${hatch(id)}${reveal}</defs><text class="tl-axis" x="${GUTTER - 6}" y="${layout.head - 4}" text-anchor="end">ms</text>${namesSvg(layout)}${drawn}${playhead}${interactive ? spotsSvg(scene, spots) : ''}</svg>`,
    width,
    height,
    spots,
    labels: rows.map((row) => ({ ...textBox(row, layout), text: row.what.brief })),
    marks: marks.flatMap((mark) => mark.boxes),
  };
}

function namesSvg(layout: TallLayout): string {
  return [...layout.lanes.values()]
    .map(({ lane, name, x }) => {
      const whole = name === lane.name ? '' : `<title>${escaped(lane.name)}</title>`;
      return `<g data-pen="${lane.pen}">${penGlyph(shapes[lane.pen], x, layout.head - 10, 5.5)}<text class="tl-name" transform="translate(${px(x + 3)} ${layout.head - 22}) rotate(-52)">${whole}${escaped(name)}</text></g>`;
    })
    .join('');
}

function lanesSvg(scene: Scene, layout: TallLayout): string {
  return [...layout.lanes.values()]
    .map((place) => (place.lane.id === 'broker' ? bandSvg(place, scene, layout) : laneSvg(place, scene, layout)))
    .join('');
}

function bandSvg({ lane, left, right, x }: TallLane, scene: Scene, layout: TallLayout): string {
  const { head, height } = layout;
  const downs = scene.brokerDown
    .filter((d) => d.to >= scene.from && d.from <= scene.to)
    .map((d) => [layout.y(d.from, 0), layout.y(d.to, Number.MAX_SAFE_INTEGER)] as const);
  const rails = gaps(head, height, downs)
    .map(([a, b]) => line(left, a, left, b) + line(right, a, right, b))
    .join('');
  return `<g data-pen="${lane.pen}"><rect class="tl-band" x="${px(left)}" y="${head}" width="${px(right - left)}" height="${height - head}"/><path class="tl-rail" d="${rails}"/></g>${downs.map(([a, b]) => `<path class="tl-down" d="${line(x, a, x, b)}"/>`).join('')}`;
}

function laneSvg({ lane, x }: TallLane, scene: Scene, layout: TallLayout): string {
  const { head, height } = layout;
  const downs = scene.spans
    .filter((s) => s.kind === 'down' && s.lane === lane.id && s.from <= scene.to && s.to >= scene.from)
    .map(
      (s) =>
        [
          layout.y(s.from, s.fromSeq),
          s.to > scene.to || (s.kind === 'down' && !s.restarts) ? height : layout.y(s.to, s.toSeq),
        ] as const,
    );
  const d = gaps(head, height, downs)
    .map(([a, b]) => line(x, a, x, b))
    .join('');
  return `<g data-pen="${lane.pen}"><path class="tl-lane" d="${d}"/></g>${downs.map(([a, b]) => `<path class="tl-down" d="${line(x, a, x, b)}"/>`).join('')}`;
}

function gaps(from: number, to: number, out: readonly (readonly [number, number])[]): [number, number][] {
  const kept: [number, number][] = [];
  let at = from;
  for (const [a, b] of [...out].sort((p, q) => p[0] - q[0])) {
    if (a > at) kept.push([at, a]);
    at = Math.max(at, b);
  }
  if (to > at) kept.push([at, to]);
  return kept;
}

function spanSvg(span: Span, layout: TallLayout): string {
  const place = layout.lanes.get(span.lane);
  if (!place || span.kind === 'down') return '';
  const { x, lane } = place;
  const y1 = layout.y(span.from, span.fromSeq);
  const y2 = Math.max(y1 + 3, layout.y(span.to, span.toSeq));
  if (span.kind === 'busy')
    return `<rect data-pen="${lane.pen}" class="tl-busy" x="${px(x - 4)}" y="${px(y1)}" width="8" height="${px(y2 - y1)}"/>`;
  return `<g data-pen="${lane.pen}" class="tl-transaction${span.rolledBack ? ' is-rolled-back' : ''}"><rect x="${px(x - 8)}" y="${px(y1)}" width="16" height="${px(y2 - y1)}"/><path class="tl-seal" d="${line(x - 10, y2, x + 10, y2)}"/></g>`;
}

const staysInSight = (copy: Copy, scene: Scene) =>
  copy.stays.filter((stay) => stay.to >= scene.from && stay.from <= scene.to);

function copySvg(copy: Copy, scene: Scene, layout: TallLayout): string {
  const x = layout.rowX(copy.row);
  const band = layout.lanes.get('broker');
  const first = copy.stays[0];
  const last = copy.stays.at(-1);
  if (x === undefined || !band || !first || !last) return '';
  const stays = staysInSight(copy, scene).map((stay) => {
    const open = stay === last && copy.end === 'open' && stay.to >= scene.to;
    return `<path class="tl-stay is-${stay.kind.replace(' ', '-')}" d="${line(x, layout.y(stay.from, stay.fromSeq), x, open ? layout.height : layout.y(stay.to, stay.toSeq))}"/>`;
  });
  const end = layout.y(last.to, last.toSeq);
  const seen = last.to <= scene.to;
  const tick =
    seen && (copy.end === 'acknowledged' || copy.end === 'taken')
      ? `<path class="tl-done" d="${line(x - 3, end, x + 3, end)}"/>`
      : '';
  const dead = seen && copy.end === 'given up' ? deadLetterGlyph(x, end, 5) : '';
  const enters =
    copy.enters >= scene.from && copy.enters <= scene.to
      ? `<path class="tl-fan" d="${line(band.left, layout.y(copy.enters, first.fromSeq), x, layout.y(copy.enters, first.fromSeq))}"/>`
      : '';
  return `<g data-pen="${copy.pen}" class="tl-copy" data-message="${escaped(copy.message)}">${enters}${stays.join('')}${tick}</g>${dead}`;
}

function partitionsSvg(scene: Scene, layout: TallLayout): string {
  return scene.partitions
    .map((partition) => {
      const x = layout.rowX(partition.row);
      const shown = partition.appends.filter((a) => !a.quiet && a.at <= scene.to);
      if (x === undefined || shown.length === 0) return '';
      const records = shown.map(
        (a) => `<rect class="tl-record" x="${px(x - 3)}" y="${px(layout.y(a.at, a.seq) - 1.5)}" width="6" height="3"/>`,
      );
      return `<g data-pen="${partition.pen}" class="tl-log"><path class="tl-stay is-kept" d="${line(x, layout.y(shown[0]!.at, shown[0]!.seq), x, layout.height)}"/>${records.join('')}</g>`;
    })
    .join('');
}

function wireOf(message: MessageLine, scene: Scene, layout: TallLayout): { message: MessageLine; wire: Wire }[] {
  const from = layout.lanes.get(message.from);
  const to = layout.lanes.get(message.to);
  if (!from || !to || from === to || message.departs < scene.from - 2 || message.arrives > scene.to + 2) return [];
  const rightwards = from.x < to.x;
  const x1 = message.from === 'broker' ? (layout.rowX(message.row) ?? (rightwards ? from.right : from.left)) : from.x;
  const x2 =
    message.to === 'broker'
      ? (layout.rowX(message.row) ?? (rightwards ? to.left : to.right))
      : to.x + (rightwards ? -5 : 5);
  return [{ message, wire: [x1, layout.y(message.departs, message.seq), x2, layout.y(message.arrives, message.seq)] }];
}

function markOf(row: TallRow, layout: TallLayout): { svg: string; boxes: Box[] }[] {
  const place = layout.lanes.get(row.what.lane);
  if (!place || row.what.mark === undefined) return [];
  const { x } = place;
  return [{ svg: markSvg(row.what, place, row.y), boxes: [{ x: x - 9, y: row.y - 9, width: 18, height: 18 }] }];
}

function markSvg(event: SceneEvent, { lane, x, left, right }: TallLane, y: number): string {
  const own = (svg: string) => `<g data-pen="${lane.pen}">${svg}</g>`;
  switch (event.mark!) {
    case 'mail':
      return own(mailGlyph(x, y, false));
    case 'mail again':
      return own(mailGlyph(x, y, true));
    case 'crash':
      return crashGlyph(x, y, 4.5);
    case 'restart':
      return own(restartGlyph(x, y, lane.id === 'broker' ? (right - left) / 2 + 3 : 7, true));
    case 'read':
      return own(readGlyph(x, y, false));
    case 'stale read':
      return own(readGlyph(x, y, true));
    case 'fault':
      return faultGlyph(x, y);
    case 'point':
      return own(penGlyph(shapes[lane.pen], x, y, 4));
  }
}

/** The highlighter runs behind the whole row; rows that follow each other are one stroke. */
function markerSvg(row: TallRow, next: TallRow | undefined, layout: TallLayout): string {
  if (!row.what.marked) return '';
  const height = next?.what.marked ? next.y - row.y : row.lines.length * LINE + 6;
  return `<rect class="tl-marker" x="${GUTTER + 2}" y="${px(row.y - 11)}" width="${px(layout.width - GUTTER - 2)}" height="${px(height)}"/>`;
}

function windowSvg(scene: Scene, layout: TallLayout, id: string): string {
  const window = scene.windows[0];
  const a = window && layout.lanes.get(window.opensLane);
  const b = window && layout.lanes.get(window.closesLane);
  if (!window || !a || !b) return '';
  const open = window.closes === undefined || window.closes > scene.to;
  const x1 = Math.min(a.x, b.x) - 9;
  const x2 = Math.max(a.x, b.x) + 9;
  const y1 = window.opens < scene.from ? layout.head : layout.y(window.opens, window.opensSeq);
  const y2 = open ? layout.height : layout.y(window.closes ?? scene.to, window.closesSeq);
  const closing = open ? '' : `<path class="tl-window-edge is-close" d="${line(GUTTER - 4, y2, x2, y2)}"/>`;
  return `<rect class="tl-window" x="${px(x1)}" y="${px(y1)}" width="${px(x2 - x1)}" height="${px(Math.max(0, y2 - y1))}" fill="url(#${id}-hatch)"/><path class="tl-window-edge" d="${line(GUTTER - 4, y1, x2, y1)}"/>${closing}`;
}

function leadSvg(row: TallRow, layout: TallLayout): string {
  const place = layout.lanes.get(row.what.lane);
  const from = (place?.right ?? layout.textX) + 10;
  return from < layout.textX - 5 ? `<path class="tl-lead" d="${line(from, row.y, layout.textX - 5, row.y)}"/>` : '';
}

function rowSvg(row: TallRow, layout: TallLayout): string {
  const { what, y } = row;
  const label =
    what.label?.style === 'fault' ? ' is-fault' : what.label?.style === 'strong' || what.marked ? ' is-strong' : '';
  const style = `tl-label${label}${what.marked ? ' is-on-marker' : ''}`;
  const lines = row.lines
    .map((text, i) => `<tspan x="${px(layout.textX)}" dy="${i === 0 ? 0 : LINE}">${escaped(text)}</tspan>`)
    .join('');
  const cut =
    row.cutMs === undefined
      ? ''
      : `<path class="tl-cut" d="M${GUTTER - 20} ${px(y - 30)}l5 -4l5 4l5 -4M${GUTTER - 20} ${px(y - 24)}l5 -4l5 4l5 -4"/>`;
  return `${cut}<text class="tl-axis${what.marked ? ' is-plain' : ''}" x="${GUTTER - 6}" y="${px(y + 4)}" text-anchor="end">${Math.round(what.at)}</text><text class="${style}" y="${px(y + 4)}">${lines}</text>`;
}

function textBox(row: TallRow, layout: TallLayout): Box {
  const weight = row.what.label?.style === 'strong' || row.what.label?.style === 'fault' || row.what.marked ? 650 : 500;
  return {
    x: layout.textX,
    y: row.y - 8,
    width: Math.max(...row.lines.map((text) => textWidth(text, 13, weight))),
    height: row.lines.length * LINE,
  };
}

function followSvg(
  wires: readonly { message: MessageLine; wire: Wire }[],
  copies: readonly Copy[],
  scene: Scene,
  layout: TallLayout,
): string {
  const paths = new Map<string, string>();
  const add = (key: string | undefined, d: string) => {
    if (key !== undefined) paths.set(key, (paths.get(key) ?? '') + d);
  };
  for (const { message, wire } of wires) add(message.message, line(...wire));
  for (const copy of copies) {
    const x = layout.rowX(copy.row);
    if (x === undefined) continue;
    for (const stay of staysInSight(copy, scene))
      add(copy.message, line(x, layout.y(stay.from, stay.fromSeq), x, layout.y(stay.to, stay.toSeq)));
  }
  return [...paths]
    .map(([message, d]) => `<path class="tl-follow" data-message="${escaped(message)}" d="${d}"/>`)
    .join('');
}

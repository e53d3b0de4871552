import type { Drawing, DrawingOptions } from './drawing.ts';
import { crashGlyph, faultGlyph, mailGlyph, penGlyph, readGlyph, restartGlyph } from './glyphs.ts';
import { hatch } from './hatch.ts';
import { textWidth } from './letters.ts';
import { messageSvg } from './messages-svg.ts';
import { shapes } from './pens.ts';
import type { Scene, SceneEvent } from './scene.ts';
import type { Box } from './seats.ts';
import { spotsSvg } from './spots.ts';
import { escaped, line, px } from './svg.ts';
import { GUTTER, LINE, type TallLane, type TallLayout, type TallRow, tallLayout } from './tall-layout.ts';
import { copySvg, followSvg, lanesSvg, namesSvg, partitionsSvg, spanSvg, wireOf } from './tall-parts.ts';

/** A scene with time running down: lanes at the left, a few words for each event at the right. It is nearly the table. */
export function tall(scene: Scene, { id, width, followed, interactive = false }: DrawingOptions): Drawing {
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
    interactive || followed ? followSvg(wires, copies, scene, layout, followed) : '',
    interactive ? playheadSvg(layout) : '',
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
  const spots = rows.map((row) => ({
    event: row.event,
    x: layout.lanes.get(row.what.lane)?.x ?? layout.textX - 12,
    y: row.y,
  }));
  return {
    svg: `<svg class="tl-svg is-tall" viewBox="0 0 ${px(width)} ${height}" width="${px(width)}" height="${height}" role="${interactive ? 'group' : 'img'}" aria-label="${escaped(scene.name)}"><defs>${hatch(id)}${reveal}</defs><text class="tl-axis" x="${GUTTER - 6}" y="${layout.head - 4}" text-anchor="end">ms</text>${namesSvg(layout)}${drawn}${interactive ? spotsSvg(scene, spots) : ''}</svg>`,
    width,
    height,
    spots,
    labels: rows.map((row) => ({ ...textBox(row, layout), text: row.what.brief })),
    marks: marks.flatMap((mark) => mark.boxes),
  };
}

/** Where the step on show is: under the marks, so that it hides none. */
const playheadSvg = (layout: TallLayout): string =>
  `<g class="tl-playhead" visibility="hidden"><path class="tl-hairline" d="M${GUTTER} 0H${px(layout.textX - 6)}"/></g>`;

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

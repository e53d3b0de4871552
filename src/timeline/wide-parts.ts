import { penGlyph } from './glyphs.ts';
import { shortened } from './letters.ts';
import { shapes } from './pens.ts';
import type { Copy, Scene, Span } from './scene.ts';
import { escaped, line, px } from './svg.ts';
import { duration } from './telling.ts';
import { type LanePlace, RULER_Y, type WideLayout } from './wide-layout.ts';

/** The ruler with its numbers, the grid under it, and the cuts with their lengths. */
export function rulerSvg(layout: WideLayout): string {
  const { scale, left, right, height } = layout;
  const foot = height - 14;
  const minor = scale.ticks.filter((tick) => !tick.major);
  const major = scale.ticks.filter((tick) => tick.major);
  // One path for all of a kind: a page has thousands of them.
  const upright = (kind: string, ticks: typeof scale.ticks, from: number, to: number) =>
    ticks.length === 0 ? '' : `<path class="${kind}" d="${ticks.map(({ x }) => line(x, from, x, to)).join('')}"/>`;
  const ticks =
    upright('tl-tick is-minor', minor, 21, RULER_Y) +
    upright('tl-tick', major, 18, RULER_Y) +
    upright('tl-grid', major, RULER_Y, foot);
  const numbers = scale.ticks
    .filter(({ numbered }) => numbered)
    .map(({ at, x }) => `<text class="tl-axis" x="${px(x)}" y="13" text-anchor="middle">${at}</text>`)
    .join('');
  const drawn = scale.segments.filter((s) => s.kind === 'drawn');
  const base = drawn
    .map((s, i) => line(i === 0 ? left : s.x1, RULER_Y, i === drawn.length - 1 ? right : s.x2, RULER_Y))
    .join('');
  const cuts = scale.segments
    .filter((s) => s.kind === 'cut')
    .map((s) => {
      const middle = (s.x1 + s.x2) / 2;
      const zigzag = (x: number) => `M${px(x - 2)} ${RULER_Y + 5}l4 -4l-4 -4l4 -4`;
      return `<path class="tl-cut" d="${zigzag(s.x1 + 3)}${zigzag(s.x2 - 3)}"/><text class="tl-axis" x="${px(middle)}" y="13" text-anchor="middle">${escaped(duration(s.to - s.from))}</text>`;
    });
  return `<path class="tl-ruler" d="${base}"/>${ticks}${numbers}${cuts.join('')}<text class="tl-axis" x="0" y="13">simulated ms</text>`;
}

/** A cut goes through everything: the ground shows between its two edges. */
export function cutsSvg(layout: WideLayout): string {
  const foot = layout.height - 14;
  return layout.scale.segments
    .filter((s) => s.kind === 'cut')
    .map(
      (s) =>
        `<rect class="tl-cut-ground" x="${px(s.x1 + 3)}" y="${RULER_Y + 6}" width="${px(s.x2 - s.x1 - 6)}" height="${px(foot - RULER_Y - 6)}"/><path class="tl-cut-edge" d="${line(s.x1 + 3, RULER_Y + 6, s.x1 + 3, foot)}${line(s.x2 - 3, RULER_Y + 6, s.x2 - 3, foot)}"/>`,
    )
    .join('');
}

/** Name and shape at the left: what a lane is, whatever is drawn on it. */
export function namesSvg(layout: WideLayout): string {
  return [...layout.lanes.values()]
    .map(({ lane, y }) => {
      const name = shortened(lane.name, layout.nameWidth + 1, 14, 600);
      const whole = name === lane.name ? '' : `<title>${escaped(lane.name)}</title>`;
      return `<g data-pen="${lane.pen}">${penGlyph(shapes[lane.pen], 6, y, 5.5)}<text class="tl-name" x="20" y="${px(y + 4.5)}">${whole}${escaped(name)}</text></g>`;
    })
    .join('');
}

export function lanesSvg(scene: Scene, layout: WideLayout): string {
  return [...layout.lanes.values()]
    .map((place) => (place.lane.id === 'broker' ? bandSvg(place, scene, layout) : laneSvg(place, scene, layout)))
    .join('');
}

function bandSvg({ top, bottom, y, lane }: LanePlace, scene: Scene, layout: WideLayout): string {
  const { left, right } = layout;
  const downs = scene.brokerDown
    .filter((d) => d.to >= scene.from && d.from <= scene.to)
    .map((d) => ({ x1: layout.scale.x(d.from), x2: layout.scale.x(d.to) }));
  const rails = gaps(left, right, downs)
    .map(([a, b]) => line(a, top, b, top) + line(a, bottom, b, bottom))
    .join('');
  const dots = downs.map(({ x1, x2 }) => `<path class="tl-down" d="${line(x1, y, x2, y)}"/>`).join('');
  return `<g data-pen="${lane.pen}"><rect class="tl-band" x="${left}" y="${px(top)}" width="${px(right - left)}" height="${px(bottom - top)}"/><path class="tl-rail" d="${rails}"/></g>${dots}`;
}

/** No line while there is no process, only sparse red dots; the shape again where the trace stops with the process alive. */
function laneSvg({ lane, y }: LanePlace, scene: Scene, layout: WideLayout): string {
  const { left, right, scale } = layout;
  const downs = scene.spans.flatMap((s) =>
    s.kind === 'down' && s.lane === lane.id && s.from <= scene.to && s.to >= scene.from
      ? [
          {
            x1: s.unreleased ? left : scale.x(s.from),
            x2: s.to > scene.to || !s.restarts ? right : scale.x(s.to),
            unreleased: s.unreleased,
          },
        ]
      : [],
  );
  const d = gaps(left, right, downs)
    .map(([a, b]) => line(a, y, b, y))
    .join('');
  const dead = downs.some(({ x2 }) => x2 >= right);
  const dots = downs
    .filter(({ unreleased }) => !unreleased)
    .map(({ x1, x2 }) => `<path class="tl-down" d="${line(x1, y, x2, y)}"/>`)
    .join('');
  return `<g data-pen="${lane.pen}"><path class="tl-lane" d="${d}"/>${dead ? '' : penGlyph(shapes[lane.pen], right + 8, y, 5)}</g>${dots}`;
}

function gaps(from: number, to: number, out: readonly { x1: number; x2: number }[]): [number, number][] {
  const kept: [number, number][] = [];
  let x = from;
  for (const { x1, x2 } of [...out].sort((a, b) => a.x1 - b.x1)) {
    if (x1 > x) kept.push([x, x1]);
    x = Math.max(x, x2);
  }
  if (to > x) kept.push([x, to]);
  return kept;
}

/** A bar of work, or the box of a transaction with a stroke for each statement and a heavy end for its commit. */
export function spanSvg(span: Span, layout: WideLayout): string {
  const place = layout.lanes.get(span.lane);
  const x1 = layout.scale.x(span.from);
  const x2 = Math.max(x1 + 3, layout.scale.x(span.to));
  if (!place || span.kind === 'down') return '';
  const { y, lane } = place;
  const quiet = span.quiet ? ' is-quiet' : '';
  if (span.kind === 'busy')
    return `<rect data-pen="${lane.pen}" class="tl-busy${quiet}" x="${px(x1)}" y="${px(y - (span.quiet ? 2 : 4))}" width="${px(x2 - x1)}" height="${span.quiet ? 4 : 8}"/>`;
  const half = span.quiet ? 5 : 8;
  const writes = span.quiet
    ? ''
    : span.writes
        .map((at) => layout.scale.x(at))
        .filter((x) => x > x1 + 2 && x < x2 - 4)
        .map((x) => line(x, y - 4, x, y + 4))
        .join('');
  const rolled = span.rolledBack ? ' is-rolled-back' : '';
  return `<g data-pen="${lane.pen}" class="tl-transaction${rolled}${quiet}"><rect class="tl-box" x="${px(x1)}" y="${px(y - half)}" width="${px(x2 - x1)}" height="${2 * half}"/><path class="tl-write" d="${writes}"/><path class="tl-seal" d="${line(x2, y - half - 2, x2, y + half + 2)}"/></g>`;
}

/** A copy in its row: solid while it waits, dotted while somebody has it, a tick where it was acknowledged. */
export function copySvg(copy: Copy, scene: Scene, layout: WideLayout): string {
  const y = layout.rowY(copy.row);
  const band = layout.lanes.get('broker');
  if (y === undefined || !band) return '';
  const { scale } = layout;
  const inSight = copy.stays.filter((stay) => stay.to >= scene.from && stay.from <= scene.to);
  const last = copy.stays.at(-1);
  const stays = inSight.map(
    (stay) =>
      `<path class="tl-stay is-${stay.kind.replace(' ', '-')}" d="${line(scale.x(stay.from), y, stay === last && copy.end === 'open' && stay.to >= scene.to ? layout.right : scale.x(stay.to), y)}"/>`,
  );
  const enters = copy.enters >= scene.from && copy.enters <= scene.to;
  const fan = enters
    ? `<path class="tl-fan" d="${line(scale.x(copy.enters), band.top, scale.x(copy.enters), y)}"/>`
    : '';
  const ended = last !== undefined && last.to <= scene.to && (copy.end === 'acknowledged' || copy.end === 'taken');
  const tick =
    ended && last ? `<path class="tl-done" d="${line(scale.x(last.to), y - 4, scale.x(last.to), y + 4)}"/>` : '';
  return `<g data-pen="${copy.pen}" class="tl-copy${copy.quiet ? ' is-quiet' : ''}" data-message="${escaped(copy.message)}">${fan}${stays.join('')}${tick}</g>`;
}

/** The rows of a log: what was appended stays, each record a tick with its offset's place. */
export function partitionsSvg(scene: Scene, layout: WideLayout): string {
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

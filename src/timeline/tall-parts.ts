import { deadLetterGlyph, penGlyph } from './glyphs.ts';
import { dataMessage } from './messages-svg.ts';
import { shapes } from './pens.ts';
import type { Copy, MessageLine, Scene, Span } from './scene.ts';
import type { Wire } from './seats.ts';
import { escaped, line, px } from './svg.ts';
import type { TallLane, TallLayout } from './tall-layout.ts';
import type { MessageKey } from './trace-index.ts';

export function namesSvg(layout: TallLayout): string {
  return [...layout.lanes.values()]
    .map(({ lane, name, x }) => {
      const whole = name === lane.name ? '' : `<title>${escaped(lane.name)}</title>`;
      return `<g data-pen="${lane.pen}">${penGlyph(shapes[lane.pen], x, layout.head - 10, 5.5)}<text class="tl-name" transform="translate(${px(x + 3)} ${layout.head - 22}) rotate(-52)">${whole}${escaped(name)}</text></g>`;
    })
    .join('');
}

export function lanesSvg(scene: Scene, layout: TallLayout): string {
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
  const spans = scene.spans.flatMap((s) =>
    s.kind === 'down' && s.lane === lane.id && s.from <= scene.to && s.to >= scene.from ? [s] : [],
  );
  const stretch = (s: (typeof spans)[number]) =>
    [
      s.unreleased ? head : layout.y(s.from, s.fromSeq),
      s.to > scene.to || !s.restarts ? height : layout.y(s.to, s.toSeq),
    ] as const;
  const d = gaps(head, height, spans.map(stretch))
    .map(([a, b]) => line(x, a, x, b))
    .join('');
  const gone = spans.filter(({ unreleased }) => !unreleased).map(stretch);
  return `<g data-pen="${lane.pen}"><path class="tl-lane" d="${d}"/></g>${gone.map(([a, b]) => `<path class="tl-down" d="${line(x, a, x, b)}"/>`).join('')}`;
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

export function spanSvg(span: Span, layout: TallLayout): string {
  const place = layout.lanes.get(span.lane);
  if (!place || span.kind === 'down') return '';
  const { x, lane } = place;
  const y1 = layout.y(span.from, span.fromSeq);
  const y2 = Math.max(y1 + 3, layout.y(span.to, span.toSeq));
  if (span.kind === 'busy')
    return `<rect data-pen="${lane.pen}" class="tl-busy" x="${px(x - 4)}" y="${px(y1)}" width="8" height="${px(y2 - y1)}"/>`;
  return `<g data-pen="${lane.pen}" class="tl-transaction${span.rolledBack ? ' is-rolled-back' : ''}"><rect class="tl-box" x="${px(x - 8)}" y="${px(y1)}" width="16" height="${px(y2 - y1)}"/><path class="tl-seal" d="${line(x - 10, y2, x + 10, y2)}"/></g>`;
}

const staysInSight = (copy: Copy, scene: Scene) =>
  copy.stays.filter((stay) => stay.to >= scene.from && stay.from <= scene.to);

export function copySvg(copy: Copy, scene: Scene, layout: TallLayout): string {
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

export function partitionsSvg(scene: Scene, layout: TallLayout): string {
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

export function wireOf(message: MessageLine, scene: Scene, layout: TallLayout): { message: MessageLine; wire: Wire }[] {
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

export function followSvg(
  wires: readonly { message: MessageLine; wire: Wire }[],
  copies: readonly Copy[],
  scene: Scene,
  layout: TallLayout,
  followed?: MessageKey,
): string {
  const paths = new Map<string, string>();
  const add = (key: string | undefined, d: string) => {
    if (key !== undefined && key === (followed ?? key)) paths.set(key, (paths.get(key) ?? '') + d);
  };
  for (const { message, wire } of wires) add(message.message, line(...wire));
  for (const copy of copies) {
    const x = layout.rowX(copy.row);
    if (x === undefined) continue;
    for (const stay of staysInSight(copy, scene))
      add(copy.message, line(x, layout.y(stay.from, stay.fromSeq), x, layout.y(stay.to, stay.toSeq)));
  }
  const on = followed === undefined ? '' : ' is-on';
  return [...paths].map(([message, d]) => `<path class="tl-follow${on}"${dataMessage(message)} d="${d}"/>`).join('');
}

import { headGlyph } from './glyphs.ts';
import type { MessageLine } from './scene.ts';
import type { Wire } from './seats.ts';
import { escaped, line } from './svg.ts';

/** A message as it is drawn in both directions of time: halo, wire and head, straight from end to end. */
export function messageSvg(message: MessageLine, [x1, y1, x2, y2]: Wire, headSize: number): string {
  const angle = Math.atan2(y2 - y1, x2 - x1);
  const thin = message.kind === 'acknowledge' || message.kind === 'reply';
  const d = line(x1, y1, x2, y2);
  const size = thin ? headSize - 1.5 : headSize;
  const second = headGlyph(
    x2 - (headSize - 1.5) * Math.cos(angle),
    y2 - (headSize - 1.5) * Math.sin(angle),
    angle,
    false,
    headSize,
  );
  const heads = headGlyph(x2, y2, angle, thin, size) + (message.kind === 'redeliver' ? second : '');
  const end = message.kind === 'lost' ? lostEnd(x2, y2, angle) : heads;
  const quiet = message.quiet ? ' is-quiet' : '';
  return `<g class="tl-message is-${message.kind}${quiet}" data-pen="${message.pen}"${dataMessage(message.message)}><path class="tl-halo" d="${d}"/><path class="tl-wire" d="${d}"/>${end}</g>`;
}

export const dataMessage = (message: string | undefined): string =>
  message === undefined ? '' : ` data-message="${escaped(message)}"`;

/** Nobody was there: a stroke across the end, in place of a head. */
function lostEnd(x: number, y: number, angle: number): string {
  const [dx, dy] = [5 * Math.cos(angle + Math.PI / 2), 5 * Math.sin(angle + Math.PI / 2)];
  return `<path class="tl-lost" d="${line(x - dx, y - dy, x + dx, y + dy)}"/>`;
}

import type { Shape } from './pens.ts';
import { px } from './svg.ts';

/** The shape of a pen, for names, tabs and the ends of lanes; its colour comes from the `data-pen` around it. */
export function penGlyph(shape: Shape, x: number, y: number, r: number): string {
  switch (shape) {
    case 'circle':
      return `<circle class="tl-pen" cx="${px(x)}" cy="${px(y)}" r="${px(r)}"/>`;
    case 'ring':
      return `<circle class="tl-pen is-hollow" cx="${px(x)}" cy="${px(y)}" r="${px(r - 0.6)}"/>`;
    case 'square':
      return `<rect class="tl-pen" x="${px(x - r * 0.88)}" y="${px(y - r * 0.88)}" width="${px(r * 1.76)}" height="${px(r * 1.76)}"/>`;
    case 'triangle':
      return pen(`M${px(x)} ${px(y - r * 1.12)}L${px(x + r * 1.1)} ${px(y + r * 0.82)}H${px(x - r * 1.1)}Z`);
    case 'diamond':
      return pen(
        `M${px(x)} ${px(y - r * 1.25)}L${px(x + r * 1.15)} ${px(y)}L${px(x)} ${px(y + r * 1.25)}L${px(x - r * 1.15)} ${px(y)}Z`,
      );
    case 'hexagon':
      return pen(
        `M${[0, 1, 2, 3, 4, 5].map((i) => `${px(x + r * 1.1 * Math.cos((i * Math.PI) / 3))} ${px(y + r * 1.1 * Math.sin((i * Math.PI) / 3))}`).join('L')}Z`,
      );
    case 'chevron':
      return pen(
        `M${px(x - r)} ${px(y - r)}L${px(x + r)} ${px(y)}L${px(x - r)} ${px(y + r)}L${px(x - r * 0.3)} ${px(y)}Z`,
      );
    case 'rails':
      return `<path class="tl-pen-rails" d="M${px(x - r)} ${px(y - r * 0.6)}h${px(2 * r)}M${px(x - r)} ${px(y + r * 0.6)}h${px(2 * r)}"/>`;
  }
}

/** The head of a message at its arrival: filled, or open for an acknowledgement and an answer. */
export function headGlyph(x: number, y: number, angle: number, open: boolean, size: number): string {
  const wing = (turn: number) => `${px(x + size * Math.cos(angle + turn))} ${px(y + size * Math.sin(angle + turn))}`;
  if (open)
    return `<path class="tl-head is-open" d="M${wing(Math.PI - 0.45)}L${px(x)} ${px(y)}L${wing(Math.PI + 0.45)}"/>`;
  return `<path class="tl-head" d="M${px(x)} ${px(y)}L${wing(Math.PI - 0.38)}L${wing(Math.PI + 0.38)}Z"/>`;
}

/** A mail: it has left and cannot be taken back. Filled when it is the same mail again. */
export function mailGlyph(x: number, y: number, again: boolean): string {
  return `<g class="tl-mail${again ? ' is-again' : ''}"><rect class="tl-envelope" x="${px(x - 8)}" y="${px(y - 5.5)}" width="16" height="11" rx="1"/><path class="tl-flap" d="M${px(x - 8)} ${px(y - 4.6)}L${px(x)} ${px(y + 1.4)}L${px(x + 8)} ${px(y - 4.6)}"/></g>`;
}

/** A crash: a red cross on a gap in the lane. */
export function crashGlyph(x: number, y: number, size = 5.5): string {
  return `<g class="tl-crash"><circle class="tl-gap" cx="${px(x)}" cy="${px(y)}" r="${px(size + 4)}"/>${crossed(x, y, size)}</g>`;
}

/** Another fault: two short strokes through the line, as a break in a wire. */
export function faultGlyph(x: number, y: number): string {
  return `<path class="tl-fault" d="M${px(x - 4)} ${px(y + 6)}L${px(x)} ${px(y - 6)}M${px(x)} ${px(y + 6)}L${px(x + 4)} ${px(y - 6)}"/>`;
}

/** A dead letter: the row ends in a crossed box. */
export function deadLetterGlyph(x: number, y: number, size = 6.5): string {
  return `<g class="tl-dead"><rect class="tl-dead-box" x="${px(x - size)}" y="${px(y - size)}" width="${px(2 * size)}" height="${px(2 * size)}"/>${crossed(x, y, size)}</g>`;
}

/** A read: a dot inside when it was current, half full when it was out of date. */
export function readGlyph(x: number, y: number, stale: boolean): string {
  const inside = stale
    ? `<path class="tl-read-half" d="M${px(x)} ${px(y - 6.5)}a6.5 6.5 0 0 0 0 13Z"/>`
    : `<circle class="tl-read-dot" cx="${px(x)}" cy="${px(y)}" r="2.6"/>`;
  return `<g class="tl-read"><circle class="tl-lens" cx="${px(x)}" cy="${px(y)}" r="6.5"/>${inside}</g>`;
}

/** The return of a process, across its lane. */
export function restartGlyph(x: number, y: number, reach: number, tall: boolean): string {
  return `<path class="tl-restart" d="${tall ? `M${px(x - reach)} ${px(y)}h${px(2 * reach)}` : `M${px(x)} ${px(y - reach)}v${px(2 * reach)}`}"/>`;
}

const crossed = (x: number, y: number, size: number): string =>
  `<path class="tl-cross" d="M${px(x - size)} ${px(y - size)}L${px(x + size)} ${px(y + size)}M${px(x - size)} ${px(y + size)}L${px(x + size)} ${px(y - size)}"/>`;

const pen = (d: string): string => `<path class="tl-pen" d="${d}"/>`;

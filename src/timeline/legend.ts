import { crashGlyph, deadLetterGlyph, headGlyph, mailGlyph, penGlyph, readGlyph, restartGlyph } from './glyphs.ts';
import { hatch } from './hatch.ts';
import { type Pen, shapes } from './pens.ts';
import { line } from './svg.ts';

/** A mark as the page "How to read it" explains it: a drawing of 64 by 36 px, its name and what it says. */
export interface LegendMark {
  readonly name: string;
  readonly meaning: string;
  /** A whole `<svg>`, hidden from readers who have the words. */
  readonly svg: string;
}

export interface LegendPen {
  readonly pen: Pen;
  readonly name: string;
  readonly shape: string;
  readonly svg: string;
}

/** The pens, in the order of the course. */
export function legendPens(): LegendPen[] {
  return PENS.map(([pen, name]) => {
    const shape = pen === 'broker' ? '' : penGlyph(shapes[pen], 32, 18, 5.5);
    const lane =
      pen === 'broker' ? `<path class="tl-rail" d="M0 13H64M0 23H64"/>` : `<path class="tl-lane" d="M0 18H64"/>`;
    return { pen, name, shape: pen === 'broker' ? 'two rails' : shapes[pen], svg: drawing(pen, lane + shape) };
  });
}

/** The thirteen marks. Each is told by its form alone. */
export function legendMarks(): LegendMark[] {
  const mail = (again: boolean) =>
    `<path class="tl-lane" d="M0 9H64"/><path class="tl-stem" d="M32 9V22"/>${penGlyph('square', 32, 9, 4)}${mailGlyph(32, 27, again)}`;
  return [
    mark(
      'At work',
      'the process holds a message',
      'orders',
      `${LANE}<rect class="tl-busy" x="16" y="14" width="32" height="8"/>`,
    ),
    mark(
      'Transaction',
      'the heavy end is the commit',
      'orders',
      `${LANE}<g class="tl-transaction"><rect class="tl-box" x="14" y="10" width="36" height="16"/><path class="tl-write" d="M26 14v8M36 14v8"/><path class="tl-seal" d="M50 8v20"/></g>`,
    ),
    mark(
      'Rolled back',
      'nothing of it remains',
      'orders',
      `${LANE}<g class="tl-transaction is-rolled-back"><rect class="tl-box" x="14" y="10" width="36" height="16"/><path class="tl-seal" d="M50 8v20"/></g>`,
    ),
    mark('Message', 'its slope is its latency', 'orders', message('', 14, 4, 46, 32, false)),
    mark(
      'In the broker',
      'waits, handed over, acknowledged',
      'broker',
      `<rect class="tl-band" x="0" y="9" width="64" height="18"/><path class="tl-rail" d="M0 9H64M0 27H64"/><g data-pen="orders"><path class="tl-stay" d="M12 18H34"/><path class="tl-stay is-handed-over" d="M34 18H54"/><path class="tl-done" d="M54 14v8"/></g>`,
    ),
    mark(
      'Acknowledgement',
      'thin and broken, open head',
      'confirmation',
      message('is-acknowledge', 14, 32, 46, 4, true),
    ),
    mark(
      'Redelivery',
      'long dashes, two heads',
      'orders',
      message('is-redeliver', 14, 4, 46, 32, false) + headGlyph(41.5, 28, SLOPE, false, 7.5),
    ),
    mark(
      'Crash and restart',
      'no line, no process',
      'confirmation',
      `<path class="tl-lane" d="M0 18H14M50 18H64"/><path class="tl-down" d="M14 18H50"/>${crashGlyph(14, 18)}${restartGlyph(50, 18, 8, false)}`,
    ),
    mark('Effect on the world', 'it cannot be taken back', 'confirmation', mail(false)),
    mark(
      'Duplicate effect',
      'a solid envelope; the marker is evidence',
      'confirmation',
      `<rect class="tl-marker" x="20" y="0" width="24" height="36"/>${mail(true)}`,
    ),
    mark(
      'Dead letter',
      'given up, kept for a person',
      'broker',
      `<rect class="tl-band" x="0" y="9" width="64" height="18"/><path class="tl-rail" d="M0 9H64M0 27H64"/><g data-pen="orders"><path class="tl-stay" d="M10 18H40"/></g>${deadLetterGlyph(46, 18)}`,
    ),
    mark(
      'Read',
      'half full: out of date; with a dot: current',
      'reader',
      `${LANE}${readGlyph(20, 18, true)}${readGlyph(46, 18, false)}`,
    ),
    {
      name: 'The window',
      meaning: 'opens on a solid edge, closes on a broken one',
      svg: drawing(
        'orders',
        `<defs>${hatch('legend')}</defs><rect class="tl-window" x="10" y="2" width="44" height="32" fill="url(#legend-hatch)"/><path class="tl-window-edge" d="M10 0V36"/><path class="tl-window-edge is-close" d="M54 0V36"/>`,
      ),
    },
  ];
}

const PENS: readonly (readonly [Pen, string])[] = [
  ['orders', 'orders'],
  ['broker', 'broker'],
  ['confirmation', 'confirmation'],
  ['stock', 'stock'],
  ['list', 'order list'],
  ['analytics', 'analytics'],
  ['relay', 'relay'],
  ['reader', 'reader'],
];

const LANE = '<path class="tl-lane" d="M0 18H64"/>';
const SLOPE = Math.atan2(28, 32);

const mark = (name: string, meaning: string, pen: Pen, parts: string): LegendMark => ({
  name,
  meaning,
  svg: drawing(pen, parts),
});

const drawing = (pen: Pen, parts: string): string =>
  `<svg class="tl-svg tl-legend" viewBox="0 0 64 36" width="64" height="36" aria-hidden="true"><g data-pen="${pen}">${parts}</g></svg>`;

function message(kind: string, x1: number, y1: number, x2: number, y2: number, open: boolean): string {
  return `<g class="tl-message ${kind}"><path class="tl-wire" d="${line(x1, y1, x2, y2)}"/>${headGlyph(x2, y2, Math.atan2(y2 - y1, x2 - x1), open, open ? 6 : 7.5)}</g>`;
}

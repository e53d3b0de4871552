import { type Shape, shapes } from './pens.ts';
import type { Lane, MessageLine, SceneEvent } from './scene.ts';

/** One column each. Where an event has no mark of its own, it is the shape of its process, as in the other drawings. */
export function eventSign(event: SceneEvent, lane: Lane): string {
  switch (event.mark) {
    case 'mail':
    case 'mail again':
      return '@';
    case 'crash':
      return '╳';
    case 'restart':
      return lane.id === 'broker' ? '╥' : '┬';
    case 'read':
      return '◉';
    case 'stale read':
      return '◐';
    case 'fault':
      return '≠';
    default:
      return SHAPES[shapes[lane.pen]];
  }
}

const SHAPES: Readonly<Record<Shape, string>> = {
  circle: '●',
  ring: '○',
  square: '■',
  triangle: '▲',
  diamond: '◆',
  // No terminal’s own font has a hexagon, and a borrowed one is wider than its column.
  hexagon: '*',
  chevron: '»',
  rails: '╬',
};

/** How a lane looks where nothing happens on it: a process at work is drawn heavier, and one that is dead is not drawn. */
export interface LaneSign {
  readonly line: string;
  /** A message leaves to the right, or to the left. */
  readonly leaves: readonly [right: string, left: string];
  readonly crossed: string;
}

export const laneSigns = {
  alive: { line: '│', leaves: ['├', '┤'], crossed: '┼' },
  busy: { line: '┃', leaves: ['┠', '┨'], crossed: '╂' },
  broker: { line: '║', leaves: ['╟', '╢'], crossed: '╫' },
  dead: { line: ' ', leaves: [' ', ' '], crossed: '' },
} as const satisfies Readonly<Record<string, LaneSign>>;

export interface WireSign {
  readonly dash: string;
  readonly head: readonly [right: string, left: string];
}

export const wireSigns: Readonly<Record<MessageLine['kind'], WireSign>> = {
  publish: { dash: '─', head: ['►', '◄'] },
  deliver: { dash: '─', head: ['►', '◄'] },
  redeliver: { dash: '╌', head: ['►►', '◄◄'] },
  call: { dash: '─', head: ['►', '◄'] },
  acknowledge: { dash: '┄', head: ['>', '<'] },
  reply: { dash: '┄', head: ['>', '<'] },
  lost: { dash: '─', head: ['×', '×'] },
};

/** Before what a verdict rests on. */
export const NOTCH = '▌';
/** Where the window is open. */
export const SHADE = '░';

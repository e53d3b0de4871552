import type { Lane, Scene } from './scene.ts';
import { columnsOf, cutTo } from './text-columns.ts';
import { visible } from './visible.ts';

/** Where everything of a text drawing lies, in columns from 0. */
export interface TextLayout {
  readonly momentColumns: number;
  /** Where the window is shaded; absent when there is none. */
  readonly stripe: number | undefined;
  readonly lanes: readonly TextLane[];
  /** Names stand on one line when there is room, or else each on a line of its own. */
  readonly stairs: boolean;
  readonly textAt: number;
  readonly textColumns: number;
}

export interface TextLane {
  readonly lane: Lane;
  readonly name: string;
  readonly x: number;
}

/** Undefined when lanes would leave no room for words: then a list says it better. */
export function textLayout(scene: Scene, width: number): TextLayout | undefined {
  const moments = scene.events.filter((event) => !event.quiet).map(({ at }) => `${Math.round(at)}`.length);
  const momentColumns = Math.max(2, ...moments);
  const stripe = scene.windows.length > 0 ? momentColumns + 2 : undefined;
  const first = momentColumns + (stripe === undefined ? 3 : 5);
  const names = scene.lanes.map(({ name }) => cutTo(visible(name), LONGEST_NAME));
  for (const { pitch, stairs } of PITCHES) {
    let x = first;
    const lanes = scene.lanes.map((lane, i): TextLane => {
      const here = { lane, name: names[i]!, x };
      x += stairs ? pitch : Math.max(pitch, columnsOf(here.name) + 2);
      return here;
    });
    const textAt = (lanes.at(-1)?.x ?? first) + 4;
    const textColumns = width - textAt;
    if (textColumns >= (stairs && pitch < 7 ? LEAST_WORDS : ENOUGH_WORDS) && fits(lanes, width))
      return { momentColumns, stripe, lanes, stairs, textAt, textColumns };
  }
  return undefined;
}

const fits = (lanes: readonly TextLane[], width: number): boolean =>
  lanes.every(({ x, name }) => x + columnsOf(name) <= width);

const LONGEST_NAME = 18;
/** Beside lanes as wide as one likes them, words should have this much. */
const ENOUGH_WORDS = 38;
/** Narrower than this a sentence is a column of single words. */
const LEAST_WORDS = 26;

/** From the most legible to the tightest in which an arrow can still be seen. */
const PITCHES = [
  { pitch: 7, stairs: false },
  { pitch: 7, stairs: true },
  { pitch: 6, stairs: true },
  { pitch: 5, stairs: true },
  { pitch: 4, stairs: true },
] as const;

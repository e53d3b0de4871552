/** How text is set off in a terminal, named by what it means. The one who prints chooses: colour is never decided here. */
export interface Ink {
  /** What counts: headlines, names, what a verdict rests on. */
  readonly strong: Painting;
  /** What only keeps company. */
  readonly quiet: Painting;
  readonly passed: Painting;
  readonly failed: Painting;
  /** Stands on the marker. */
  readonly marked: Painting;
  /** A place in the learner’s code, or a schedule: something to look up. */
  readonly place: Painting;
}

export type Painting = (text: string) => string;
export type Look = keyof Ink;

/** For a terminal. No yellow and no white: each of these is legible on dark and on light paper. */
export const ansiInk: Ink = {
  strong: between(1, 22),
  quiet: between(2, 22),
  passed: between(32, 39),
  failed: between(31, 39),
  marked: between(7, 27),
  place: between(36, 39),
};

/** For files, pipes and everybody who asked for no colour: the words and signs say all of it. */
export const plainInk: Ink = {
  strong: asItIs,
  quiet: asItIs,
  passed: asItIs,
  failed: asItIs,
  marked: asItIs,
  place: asItIs,
};

function between(on: number, off: number): Painting {
  return (text) => `\u001b[${on}m${text}\u001b[${off}m`;
}

function asItIs(text: string): string {
  return text;
}

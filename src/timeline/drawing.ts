import type { Box } from './seats.ts';
import type { MessageKey } from './trace-index.ts';

/** A drawing as text, and where its parts lie: for the page to point at, and for tests to measure without a browser. */
export interface Drawing {
  /** A whole `<svg>` element. All text in it is escaped. */
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  /** Where each event is, by its place in the scene’s list; quiet ones and those without a place are left out. */
  readonly spots: readonly Spot[];
  readonly labels: readonly (Box & { readonly text: string })[];
  readonly marks: readonly Box[];
}

export interface Spot {
  readonly event: number;
  readonly x: number;
  readonly y: number;
}

export interface DrawingOptions {
  /** Unique in its page: patterns and clips are found by id. */
  readonly id: string;
  /** The width of its container, in px; lettering is never scaled. */
  readonly width: number;
  /** Another class name, where a page holds several drawings of one story and shows the one that fits. */
  readonly name?: string;
  /** A message whose whole path the marker runs along. */
  readonly followed?: MessageKey;
  /** With places to point at and to step to. Without: one picture with one name. */
  readonly interactive?: boolean;
}

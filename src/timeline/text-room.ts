import type { Ink } from './text-ink.ts';

/** How text is made for a terminal. */
export interface TextOptions {
  /** In columns; no line is wider. */
  readonly width: number;
  readonly ink: Ink;
  /** Sentences without any drawing, for who listens instead of looking. */
  readonly plain?: boolean;
}

/** How much room there is, and for whom. */
export interface Room {
  readonly columns: number;
  readonly plain: boolean;
}

export function roomFor({ width, plain = false }: TextOptions): Room {
  return { columns: Math.max(LEAST_COLUMNS, Math.floor(width) || 0), plain };
}

/** Nothing can be said in less. */
export const LEAST_COLUMNS = 24;

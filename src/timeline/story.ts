import type { Point, Trace, Verb } from 'lab/authoring';

/**
 * One play as it travels from an engine to the page: plain data, all that timeline, table, steps, console and the marks in
 * the editor are made from.
 */
export interface Story {
  readonly exercise: string;
  readonly scenario: string;
  /** The check this play was judged by; absent for a plain run. */
  readonly check?: string;
  /** What that check says of this play; absent for a plain run. */
  readonly verdict?: StoryVerdict;
  /** The schedule's text, its only identity; `calm` when nothing was struck. */
  readonly schedule: string;
  readonly trace: Trace;
  /** What an engine left out of a trace that was too long for a page, as a sentence. */
  readonly cut?: string;
  /** How many console lines are missing in the trace; absent when none is. */
  readonly cutLines?: number;
  /** Entries, by `seq`, that the verdict rests on. The timeline opens at the last of them. */
  readonly evidence: readonly number[];
  readonly windows: readonly StoryWindow[];
  /** Points that this play reached: where a fault could strike. */
  readonly reached: readonly (readonly [Point, Verb])[];
  /** Points of the schedule that this program never reached: the story does not fit it. */
  readonly unreached: readonly Point[];
  /** Where in the learner's code the effect behind an entry was asked for; empty unless asked for. */
  readonly places: readonly (readonly [seq: number, place: Place])[];
  /** How the play ended; anything but `returned` is told to the learner. */
  readonly ended: string;
}

export type StoryVerdict =
  /** `remarks`: what no program can avoid here, and was seen. */
  | { readonly outcome: 'passed'; readonly remarks: readonly string[] }
  | { readonly outcome: 'failed' | 'error'; readonly because: string };

/** From the entry that opens it to the one that closes it, by `seq`; open to the end when nothing closes it. */
export interface StoryWindow {
  readonly key: string;
  readonly opens: number;
  readonly closes?: number;
}

/** Lines and columns count from 1. */
export interface Place {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

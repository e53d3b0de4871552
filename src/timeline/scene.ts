import type { LaneId } from './lane-id.ts';
import type { OccurrenceKind } from './occurrence.ts';
import type { Pen } from './pens.ts';
import type { Place } from './story.ts';
import type { MessageKey } from './trace-index.ts';

/**
 * A story made ready to be drawn and told. The drawings for the page and for a terminal, the table, the steps and the
 * accessible name are made from its one list of events, so that they cannot disagree. Times are simulated milliseconds;
 * nothing here knows of pixels.
 */
export interface Scene {
  readonly from: number;
  readonly to: number;
  /** From the top of a wide drawing, or from the left of a tall one. */
  readonly lanes: readonly Lane[];
  readonly events: readonly SceneEvent[];
  readonly spans: readonly Span[];
  readonly messages: readonly MessageLine[];
  readonly copies: readonly Copy[];
  readonly partitions: readonly Partition[];
  readonly windows: readonly SceneWindow[];
  /** When the broker was not there. */
  readonly brokerDown: readonly Stretch[];
  /** Rows that the broker's band needs, copies and partitions together. */
  readonly rows: number;
  /** "Ada’s order" when the story is about one of several; the rest is drawn thin and told on demand. */
  readonly about: string | undefined;
  /** What a screen reader says instead of the picture. */
  readonly name: string;
}

export interface Lane {
  readonly id: LaneId;
  readonly name: string;
  readonly pen: Pen;
  /** The process as `deployment.ts` calls it; absent for broker and people. */
  readonly process?: string;
}

export interface SceneEvent {
  readonly at: number;
  readonly lane: LaneId;
  readonly kind: OccurrenceKind;
  readonly who: string;
  /** The rest of the sentence, from its verb on. */
  readonly does: string;
  /** As few words as will do, where a lane says who. */
  readonly brief: string;
  /** The whole sentence, with its full stop. */
  readonly sentence: string;
  /** The entries it tells. */
  readonly seqs: readonly number[];
  /** The verdict rests on it. */
  readonly marked: boolean;
  /** It only keeps company: not what this story is about. */
  readonly quiet: boolean;
  readonly mark?: Mark;
  readonly label?: Label;
  readonly message?: MessageKey;
  readonly place?: Place;
}

export type Mark = 'mail' | 'mail again' | 'crash' | 'restart' | 'read' | 'stale read' | 'fault' | 'point';

export interface Label {
  readonly text: string;
  readonly style: 'fault' | 'strong' | 'plain' | 'note' | 'pen';
  /** Lower is seated earlier: faults and evidence first. */
  readonly rank: number;
}

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A stretch that entries open and close: where moments are the same, their `seq` says what came first. */
export interface Noted extends Stretch {
  readonly fromSeq: number;
  readonly toSeq: number;
}

export type Span = Noted & { readonly lane: LaneId; readonly quiet: boolean } & (
    | { readonly kind: 'busy' }
    /** `unreleased`: not gone, but not there yet. */
    | { readonly kind: 'down'; readonly restarts: boolean; readonly unreleased: boolean }
    /** `writes` are the times of its statements. */
    | { readonly kind: 'transaction'; readonly rolledBack: boolean; readonly writes: readonly number[] }
  );

export interface MessageLine {
  readonly kind: 'publish' | 'deliver' | 'redeliver' | 'acknowledge' | 'call' | 'reply' | 'lost';
  readonly from: LaneId;
  readonly to: LaneId;
  readonly departs: number;
  readonly arrives: number;
  /** The entry behind it. */
  readonly seq: number;
  /** The row of the broker's band that it leaves or reaches; absent: the band's edge. */
  readonly row?: number;
  /** The author's pen: a message keeps it through the broker. */
  readonly pen: Pen;
  readonly quiet: boolean;
  readonly message?: MessageKey;
}

/** One copy of a message in one queue. */
export interface Copy {
  readonly message: MessageKey;
  readonly queue: string;
  readonly row: number;
  readonly pen: Pen;
  readonly quiet: boolean;
  readonly enters: number;
  readonly stays: readonly Stay[];
  readonly end: 'acknowledged' | 'given up' | 'taken' | 'open';
}

export interface Stay extends Noted {
  readonly kind: 'late' | 'waiting' | 'handed over';
}

/** One partition of a log: what is appended stays. */
export interface Partition {
  readonly log: string;
  readonly partition: number;
  readonly row: number;
  readonly pen: Pen;
  readonly appends: readonly {
    readonly at: number;
    readonly seq: number;
    readonly offset: number;
    readonly quiet: boolean;
  }[];
}

/** From the fact to its last effect; without `closes` it is still open when the play ends. */
export interface SceneWindow {
  readonly opens: number;
  readonly opensSeq: number;
  readonly closes: number | undefined;
  readonly closesSeq: number;
  readonly opensLane: LaneId;
  readonly closesLane: LaneId;
  readonly label: string;
  /** How many there are, this one being the first. */
  readonly outOf: number;
}

import type { Entry, Fault, Of } from 'lab/authoring';
import type { LaneId } from './lane-id.ts';
import type { Reader } from './replicas.ts';
import type { MessageKey } from './trace-index.ts';

/** One thing that happened, as a person would count it: often several entries of the trace. */
export type Occurrence = What & {
  readonly at: number;
  readonly lane: LaneId;
  /** The entries it tells, in their order. */
  readonly seqs: readonly number[];
  /** Keys of the subjects it is about; empty when it concerns everybody, as a crash does. */
  readonly subjects: readonly string[];
  readonly message?: MessageKey;
};

type What =
  | { readonly kind: 'asked'; readonly entry: Of<'called'> }
  | { readonly kind: 'answered'; readonly entry: Of<'answered'>; readonly call: Of<'called'> | undefined }
  | { readonly kind: 'no answer'; readonly entry: Of<'unanswered'>; readonly call: Of<'called'> | undefined }
  /** Somebody outside looked at a page. */
  | {
      readonly kind: 'read';
      readonly entry: Of<'answered'>;
      readonly call: Of<'called'>;
      readonly shown: string;
      readonly stale: boolean;
      /** What the answer was read from, the last one for what it shows; empty when that is not known. */
      readonly readers: readonly Reader[];
    }
  | { readonly kind: 'committed'; readonly entry: Of<'committed'> }
  | { readonly kind: 'rolled back'; readonly entry: Of<'rolled back'> }
  | { readonly kind: 'waited'; readonly entry: Of<'waited'> }
  | { readonly kind: 'published'; readonly entry: Of<'published'> }
  | { readonly kind: 'delivered'; readonly entry: Of<'delivered'> }
  | { readonly kind: 'acknowledged'; readonly entry: Of<'acknowledged'> }
  | { readonly kind: 'returned'; readonly entry: Of<'returned'> }
  | { readonly kind: 'given up'; readonly entry: Of<'given up'> }
  | { readonly kind: 'appended'; readonly entry: Of<'appended'> }
  /** `again`: its group had read this record before. */
  | { readonly kind: 'record read'; readonly entry: Of<'read'>; readonly again: boolean }
  | { readonly kind: 'offset committed'; readonly entry: Of<'offset committed'> }
  | { readonly kind: 'assigned'; readonly entry: Of<'assigned'> }
  /** `before`: the same mail left earlier. `because`: what made the process send it again. */
  | {
      readonly kind: 'mailed';
      readonly entry: Of<'mailed'>;
      readonly before: Of<'mailed'> | undefined;
      readonly because: string | undefined;
    }
  | { readonly kind: 'mail refused'; readonly entry: Of<'mail refused'> }
  /** `unreleased`: it had done nothing yet, so that nothing ended. */
  | {
      readonly kind: 'crashed';
      readonly entry: Of<'crashed'>;
      readonly fault: Fault | undefined;
      readonly unreleased: boolean;
    }
  /** `first`: it had done nothing before, so that it has lost no memory. */
  | { readonly kind: 'started'; readonly entry: Of<'started'>; readonly first: boolean }
  | { readonly kind: 'struck'; readonly entry: Of<'struck'> }
  | { readonly kind: 'broker'; readonly entry: Of<'broker'> }
  | { readonly kind: 'said'; readonly entry: Of<'logged'> }
  /** Nothing that is told as a rule, but a verdict rests on it. */
  | { readonly kind: 'noted'; readonly entry: Entry };

export type OccurrenceKind = Occurrence['kind'];

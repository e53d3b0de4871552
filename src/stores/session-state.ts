import type { Job, JudgedField } from '#engines/engine.ts';
import type { SourceFile } from '#exercise/exercise-data.ts';
import type { Coverage, Ending } from '#grading/ending.ts';
import type { GradedResult } from '#grading/report.ts';
import type { StoryLink } from '#grading/story-link.ts';
import type { Story } from '#timeline/story.ts';

/** Elements know engines by what a session tells of them. */
export type { EngineState, JudgedField } from '#engines/engine.ts';

/** What the engine is doing for this page. `sinceMs` is on the page's own clock (`performance.now`). */
export type Activity =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy'; readonly job: Job; readonly sinceMs: number };

export type Depth = 'check' | 'deep';

/** What Check has told so far about `code`. A check that has no result was not reached. */
export type Grade =
  | { readonly kind: 'not checked' }
  | ({ readonly kind: 'checking' } & Graded)
  | ({ readonly kind: 'checked'; readonly ending: Ending; readonly tookMs: number } & Graded);

export interface Graded {
  /** On the page's own clock. */
  readonly sinceMs: number;
  readonly depth: Depth;
  /** The files that were handed to the engine. */
  readonly code: readonly SourceFile[];
  readonly results: readonly GradedResult[];
  readonly played: number;
  readonly planned: number;
  readonly covered: readonly Coverage[];
}

/** Under what a playground runs: the options of its knobs, and faults as a schedule. */
export interface Conditions {
  readonly explorable: string;
  readonly choice: Readonly<Record<string, string>>;
  readonly faults: string;
}

/** What the timeline shows. */
export type Showing =
  | { readonly kind: 'nothing' }
  /** The address names a story; it is played when the learner says so, never by itself. */
  | {
      readonly kind: 'offered';
      readonly link: StoryLink;
      /** Code that came with the link, unread. */
      readonly packed?: string;
    }
  /** `because` ends with what to do. */
  | { readonly kind: 'refused'; readonly because: string }
  | { readonly kind: 'playing'; readonly link: StoryLink }
  | {
      readonly kind: 'story';
      readonly link: StoryLink;
      readonly story: Story;
      /** The files that were played. */
      readonly code: readonly SourceFile[];
      /** What was seen, where somebody explores. */
      readonly says?: string;
      /** Said when the schedule strikes points that this code never reaches. */
      readonly misfit?: string;
    }
  | { readonly kind: 'broken off'; readonly link: StoryLink; readonly ending: Ending };

/** The worksheet's last comparison with a run of the learner's own code. */
export type Comparison =
  | { readonly kind: 'not compared' }
  | { readonly kind: 'comparing' }
  | {
      readonly kind: 'compared';
      readonly fields: readonly JudgedField[];
      readonly story: Story;
      /** The answers that were judged, by field id. */
      readonly answers: Readonly<Record<string, string>>;
      /** The files that were played. */
      readonly code: readonly SourceFile[];
    }
  | { readonly kind: 'broken off'; readonly ending: Ending };

/** How the last job ended. */
export interface Ended {
  readonly job: Job['kind'];
  readonly ending: Ending;
}

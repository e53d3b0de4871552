import type { Story } from '#timeline/story.ts';
import { cutTrace } from './cut-trace.ts';

export interface CutStory {
  readonly story: Story;
  /** The new `seq` of an old one. */
  readonly seqOf: (seq: number) => number | undefined;
}

/** A story of a size that a page can hold; says in `cut` what it lacks. `needed` are more entries that must stay. */
export function cutStory(story: Story, needed: readonly number[] = []): CutStory {
  const { trace, seqOf, cut } = cutTrace(story.trace, [...story.evidence, ...needed]);
  if (cut === undefined) return { story, seqOf };
  const kept = (seqs: readonly number[]) => seqs.flatMap((seq) => seqOf(seq) ?? []);
  return {
    seqOf,
    story: {
      ...story,
      trace,
      cut,
      evidence: kept(story.evidence),
      windows: story.windows.flatMap(({ key, opens, closes }) => {
        const from = seqOf(opens);
        const to = closes === undefined ? undefined : seqOf(closes);
        return from === undefined ? [] : [{ key, opens: from, ...(to === undefined ? {} : { closes: to }) }];
      }),
      reached: story.reached.slice(0, MOST_POINTS),
      places: story.places.flatMap(([seq, place]) => {
        const moved = seqOf(seq);
        return moved === undefined ? [] : [[moved, place] as const];
      }),
    },
  };
}

const MOST_POINTS = 2_000;

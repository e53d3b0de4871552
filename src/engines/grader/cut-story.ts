import type { Place, Story } from '#timeline/story.ts';
import { cutTrace } from './cut-trace.ts';

export interface CutStory {
  readonly story: Story;
  /** The new `seq` of an old one. */
  readonly seqOf: (seq: number) => number | undefined;
}

/** A story of a size that a page can hold; says in `cut` what it lacks. `needed` are more entries that must stay. */
export function cutStory(story: Story, needed: readonly number[] = []): CutStory {
  const shaded = story.windows.flatMap(({ opens, closes }) => (closes === undefined ? [opens] : [opens, closes]));
  const { trace, seqOf, cut, lines } = cutTrace(story.trace, [...story.evidence, ...needed, ...shaded], story.cutLines);
  if (cut === undefined) return { story, seqOf };
  const flood = lines > 0 ? floodPlace(story) : undefined;
  const kept = (seqs: readonly number[]) => seqs.flatMap((seq) => seqOf(seq) ?? []);
  return {
    seqOf,
    story: {
      ...story,
      trace,
      ...(lines > 0 ? { cutLines: lines } : {}),
      cut: flood ? `${cut} Most lines were printed in ${flood.path}, line ${flood.line}.` : cut,
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

/** Where the program printed most. */
function floodPlace({ trace, places }: Story): Place | undefined {
  const printed = new Set(trace.filter((entry) => entry.kind === 'logged').map(({ seq }) => seq));
  const counts = new Map<string, { readonly place: Place; times: number }>();
  for (const [seq, place] of places) {
    if (!printed.has(seq)) continue;
    const name = `${place.path}:${place.line}`;
    const known = counts.get(name) ?? { place, times: 0 };
    known.times++;
    counts.set(name, known);
  }
  return [...counts.values()].toSorted((a, b) => b.times - a.times)[0]?.place;
}

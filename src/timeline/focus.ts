import { faultOccurrences } from './fault-occurrences.ts';
import type { Occurrence } from './occurrence.ts';
import type { Story } from './story.ts';
import type { Subjects } from './subjects.ts';

/** What the picture is about: everything, or one order of many. */
export interface Focus {
  /** Keys of the subjects; undefined means all of them. */
  readonly keys: ReadonlySet<string> | undefined;
  readonly kept: ReadonlySet<Occurrence>;
}

/** `focus`: what the verdict rests on, or the first order of a long story. `all`: everything. */
export type Detail = 'focus' | 'all';

export function focusOf(story: Story, occurrences: readonly Occurrence[], subjects: Subjects, detail: Detail): Focus {
  if (detail === 'all') return { keys: undefined, kept: new Set(occurrences) };
  const keys = keysOf(story, occurrences, subjects);
  const evidence = new Set(story.evidence);
  const rests = (o: Occurrence) => o.seqs.some((seq) => evidence.has(seq));
  const own = (o: Occurrence) =>
    rests(o) || (o.subjects.length > 0 && (keys === undefined || o.subjects.some((key) => keys.has(key))));
  const faults = faultOccurrences(occurrences, story.trace);
  const lastOwn = occurrences.findLastIndex(own);
  const firstOwn = occurrences.findIndex(own);
  const kept = occurrences.filter(
    (o, i) =>
      own(o) ||
      faults.has(o) ||
      (concernsEverybody(o) &&
        (keys === undefined ||
          (i > firstOwn && i < lastOwn) ||
          returns(o, i, occurrences, (other) => own(other) || faults.has(other)) ||
          isGoneBefore(o, i, occurrences, firstOwn))),
  );
  const matters = (o: Occurrence) => rests(o) || faults.has(o);
  return { keys, kept: new Set(kept.length <= MOST ? kept : thinned(kept, matters)) };
}

/** Whether something about these subjects only keeps company. */
export function isQuiet(focus: Focus, subjects: readonly string[]): boolean {
  return focus.keys !== undefined && !subjects.some((key) => focus.keys?.has(key));
}

function keysOf(story: Story, occurrences: readonly Occurrence[], subjects: Subjects): ReadonlySet<string> | undefined {
  if (subjects.all.length < 2) return undefined;
  const judged = new Set(story.evidence.flatMap((seq) => subjects.of(seq)));
  if (judged.size > 0) return judged.size <= SEVERAL ? judged : new Set([...judged].slice(-1));
  if (occurrences.length <= FEW) return undefined;
  const first = subjects.all[0];
  return first && new Set([first.key]);
}

const concernsEverybody = (o: Occurrence): boolean =>
  o.subjects.length === 0 || o.kind === 'crashed' || o.kind === 'started' || o.kind === 'broker';

/** The first return of a process whose crash belongs to the story. */
function returns(
  o: Occurrence,
  i: number,
  occurrences: readonly Occurrence[],
  own: (o: Occurrence) => boolean,
): boolean {
  if (o.kind !== 'started') return false;
  const before = occurrences
    .slice(0, i)
    .findLast((other) => other.lane === o.lane && (other.kind === 'crashed' || other.kind === 'started'));
  return before?.kind === 'crashed' && own(before);
}

/** A process that was ended before the story begins, and is not back by then. */
function isGoneBefore(o: Occurrence, i: number, occurrences: readonly Occurrence[], first: number): boolean {
  if (o.kind !== 'crashed' || i > first) return false;
  return !occurrences.slice(i, first).some((other) => other.kind === 'started' && other.lane === o.lane);
}

/** The beginning, what is around the evidence and around faults, and then as much from the start as there is room for. */
function thinned(kept: readonly Occurrence[], matters: (o: Occurrence) => boolean): Occurrence[] {
  const wanted = new Set<number>();
  const around = (i: number, before: number, after: number) => {
    for (let k = Math.max(0, i - before); k <= Math.min(kept.length - 1, i + after); k++)
      if (wanted.size < MOST) wanted.add(k);
  };
  kept.forEach((o, i) => {
    if (matters(o)) around(i, 0, 0);
  });
  kept.forEach((o, i) => {
    if (matters(o)) around(i, 5, 3);
  });
  around(0, 0, 15);
  kept.forEach((o, i) => {
    if (o.kind === 'crashed' || o.kind === 'struck' || o.kind === 'started') around(i, 2, 2);
  });
  for (let i = 0; i < kept.length && wanted.size < MOST; i++) wanted.add(i);
  return [...wanted].sort((a, b) => a - b).map((i) => kept[i]!);
}

/** More than this many events are too many for one picture; the rest is a click away. */
const MOST = 64;
/** A story this short is shown whole. */
const FEW = 44;
/** A verdict about more orders than this is shown by its last one. */
const SEVERAL = 3;

import { type Focus, isQuiet } from './focus.ts';
import { type LaneId, laneOf } from './lane-id.ts';
import type { SceneWindow } from './scene.ts';
import type { Story, StoryWindow } from './story.ts';
import type { Subjects } from './subjects.ts';
import { duration } from './telling.ts';
import type { TraceIndex } from './trace-index.ts';

/** The windows of what the picture is about. Only the first is shaded, or hatching would lie on hatching. */
export function focusWindows(story: Story, index: TraceIndex, subjects: Subjects, focus: Focus): StoryWindow[] {
  return story.windows.filter((w) => index.trace[w.opens] !== undefined && !isQuiet(focus, subjects.of(w.opens)));
}

export function shadedWindows(
  windows: readonly StoryWindow[],
  index: TraceIndex,
  subjects: Subjects,
  lanes: ReadonlySet<LaneId>,
): SceneWindow[] {
  const all = windows.flatMap((window) => {
    const opens = index.trace[window.opens];
    const closes = window.closes === undefined ? undefined : index.trace[window.closes];
    if (!opens || !('process' in opens)) return [];
    const opensLane = laneOf(index, opens);
    const closing = closes && 'process' in closes ? laneOf(index, closes) : undefined;
    const closesLane = closing && lanes.has(closing) ? closing : [...lanes].at(-1);
    if (!lanes.has(opensLane) || closesLane === undefined) return [];
    const key = subjects.of(window.opens)[0];
    const of = windows.length > 1 && key !== undefined ? ` of ${subjects.named(key).order}` : '';
    const wide = closes && duration(closes.at - opens.at);
    const label = wide === undefined ? `window${of} still open` : `window${of}${of === '' ? '' : ':'} ${wide}`;
    return [
      {
        opens: opens.at,
        opensSeq: opens.seq,
        closes: closes?.at,
        closesSeq: closes?.seq ?? index.trace.length,
        opensLane,
        closesLane,
        label,
      },
    ];
  });
  return all.slice(0, 1).map((first) => ({ ...first, outOf: all.length }));
}

/** "; the window opens", at the entries where one does. */
export function windowClauses(windows: readonly StoryWindow[], index: TraceIndex): ReadonlyMap<number, string> {
  const clauses = new Map<number, string>();
  for (const window of windows) {
    const opens = index.trace[window.opens];
    const closes = window.closes === undefined ? undefined : index.trace[window.closes];
    clauses.set(window.opens, '; the window opens');
    if (opens && closes) clauses.set(closes.seq, `; the window closes after ${duration(closes.at - opens.at)}`);
  }
  return clauses;
}

import type { Scene } from './scene.ts';
import { aboutWords, leftOut, NOTHING_TO_SHOW } from './scene-about.ts';
import { duration } from './telling.ts';
import { headRows } from './text-heads.ts';
import { LaneStates } from './text-lane-states.ts';
import { type TextLayout, textLayout } from './text-lanes.ts';
import { legendRows } from './text-legend.ts';
import { listRows } from './text-list.ts';
import { type Room, roomFor, type TextOptions } from './text-room.ts';
import { betweenRows, eventRows } from './text-rows.ts';
import { apart, painted, type Rows, run } from './text-runs.ts';
import { lastOf, repeatsWords, textSteps } from './text-steps.ts';
import { wrapped } from './text-wrap.ts';

/**
 * A scene for a terminal, the third drawing of it: time runs down, lanes at the left, words at the right. For who listens, and
 * where lanes would leave no room for words, the same events as sentences. It ends without a line break.
 */
export function textTimeline(scene: Scene, options: TextOptions): string {
  return painted(timelineRows(scene, roomFor(options)), options.ink);
}

export function timelineRows(scene: Scene, { columns, plain }: Room): Rows {
  if (scene.events.every((event) => event.quiet)) return wrapped([run(NOTHING_TO_SHOW)], columns);
  const layout = plain || columns < NARROW ? undefined : textLayout(scene, columns);
  if (!layout) return apart([aboutRows(scene, columns), listRows(scene, columns)]);
  const drawing = [...headRows(layout), ...drawnRows(scene, layout)];
  return apart([aboutRows(scene, columns), drawing, legendRows(scene, columns)]);
}

function aboutRows(scene: Scene, columns: number): Rows {
  const words = aboutWords(scene);
  if (words === undefined) return [];
  const left = leftOut(scene);
  const rest = ` ${left} more ${left === 1 ? 'step is' : 'steps are'} not shown.`;
  return wrapped([run(words), run(rest, 'quiet')], columns);
}

function drawnRows(scene: Scene, layout: TextLayout): Rows {
  const states = new LaneStates(scene);
  const steps = textSteps(scene);
  return steps.flatMap((step, i): Rows => {
    const before = i > 0 ? lastOf(steps[i - 1]!) : undefined;
    if (step.kind === 'repeats') return betweenRows(repeatsWords(step), before!, step.last, layout, states);
    const waitMs = before ? step.event.at - before.at : 0;
    const wait = waitMs > FAR_MS ? betweenRows(`${duration(waitMs)} later`, before!, step.event, layout, states) : [];
    return [...wait, ...eventRows(step.event, scene, layout, states)];
  });
}

/** Below this, lanes would leave no room for words. */
const NARROW = 50;
/** Every event has a row, however long one waits for it; a wait of this length is told. */
const FAR_MS = 200;

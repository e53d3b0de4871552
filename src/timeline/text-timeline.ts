import type { Scene } from './scene.ts';
import { aboutWords, leftOut, NOTHING_TO_SHOW } from './scene-about.ts';
import { duration } from './telling.ts';
import { headRows } from './text-heads.ts';
import type { Ink } from './text-ink.ts';
import { LaneStates } from './text-lane-states.ts';
import { type TextLayout, textLayout } from './text-lanes.ts';
import { legendRows } from './text-legend.ts';
import { listRows } from './text-list.ts';
import { betweenRow, eventRows } from './text-rows.ts';
import { painted, type Run, run, wrappedRuns } from './text-runs.ts';
import { lastOf, repeatsWords, textSteps } from './text-steps.ts';

/** How text is made for a terminal. */
export interface TextOptions {
  /** In columns; no line is wider. */
  readonly width: number;
  readonly ink: Ink;
  /** Sentences without any drawing, for who listens instead of looking. */
  readonly plain?: boolean;
}

/** A scene for a terminal: time runs down, lanes at the left, words at the right. It ends without a line break. */
export function textTimeline(scene: Scene, { width, ink, plain = false }: TextOptions): string {
  const rows = timelineRows(scene, Math.max(LEAST_WIDTH, width), plain);
  return rows.map((row) => painted(row, ink)).join('\n');
}

export function timelineRows(scene: Scene, width: number, plain: boolean): readonly (readonly Run[])[] {
  if (scene.events.every((event) => event.quiet)) return wrappedRuns([run(NOTHING_TO_SHOW)], width);
  const layout = plain || width < NARROW ? undefined : textLayout(scene, width);
  const about = aboutRows(scene, width);
  if (!layout) return [...about, ...listRows(scene, width)];
  return [...about, ...headRows(layout), ...drawnRows(scene, layout), [], ...legendRows(scene, width)];
}

function aboutRows(scene: Scene, width: number): readonly (readonly Run[])[] {
  const words = aboutWords(scene);
  if (words === undefined) return [];
  const left = leftOut(scene);
  const rest = ` ${left} more ${left === 1 ? 'step is' : 'steps are'} not shown.`;
  return [...wrappedRuns([run(words), run(rest, 'quiet')], width), []];
}

function drawnRows(scene: Scene, layout: TextLayout): Run[][] {
  const states = new LaneStates(scene);
  const steps = textSteps(scene);
  return steps.flatMap((step, i) => {
    const before = i > 0 ? lastOf(steps[i - 1]!) : undefined;
    if (step.kind === 'repeats') return [betweenRow(repeatsWords(step), before!, step.last, layout, states)];
    const waitMs = before ? step.event.at - before.at : 0;
    const wait = waitMs > FAR_MS ? [betweenRow(`${duration(waitMs)} later`, before!, step.event, layout, states)] : [];
    return [...wait, ...eventRows(step.event, scene, layout, states)];
  });
}

/** Below this, lanes would leave no room for words. */
const NARROW = 50;
/** Nothing can be said in less. */
const LEAST_WIDTH = 12;
/** Every event has a row, however long one waits for it; a wait of this length is told. */
const FAR_MS = 200;

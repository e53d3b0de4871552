import type { Scene } from './scene.ts';
import type { Ink } from './text-ink.ts';
import { LaneStates } from './text-lane-states.ts';
import { type TextLayout, textLayout } from './text-lanes.ts';
import { eventRows, gapRow } from './text-rows.ts';
import { painted, type Run, run } from './text-runs.ts';

export interface TextOptions {
  /** Columns. */
  readonly width: number;
  readonly ink: Ink;
  readonly plain?: boolean;
}

export function textTimeline(scene: Scene, { width, ink }: TextOptions): string {
  const layout = textLayout(scene, width);
  if (!layout) return 'no room';
  const states = new LaneStates(scene);
  const shown = scene.events.filter((event) => !event.quiet);
  const rows = shown.flatMap((event, i) => {
    const before = shown[i - 1];
    const gap = before && event.at - before.at > 93 ? [gapRow(before, event, layout, states)] : [];
    return [...gap, ...eventRows(event, scene, layout, states)];
  });
  return [...heads(layout), ...rows].map((row) => painted(row, ink)).join('\n');
}

function heads(layout: TextLayout): Run[][] {
  const moment = (text: string) => run(` ${text.padStart(layout.momentColumns)}`, 'quiet');
  const first = layout.lanes[0]?.x ?? 0;
  const pad = run(' '.repeat(first - layout.momentColumns - 1));
  if (!layout.stairs) {
    const names = layout.lanes.map(({ name, x }, i) => run(name + ' '.repeat(Math.max(0, (layout.lanes[i + 1]?.x ?? 0) - x - name.length)), 'strong'));
    return [[moment('ms'), pad, ...names]];
  }
  return layout.lanes.map(({ name, x }, i) => [
    moment(i === layout.lanes.length - 1 ? 'ms' : ''),
    pad,
    run(layout.lanes.slice(0, i).map((lane, k) => '│'.padEnd(layout.lanes[k + 1]!.x - lane.x)).join(''), 'quiet'),
    run(name, 'strong'),
  ]);
}

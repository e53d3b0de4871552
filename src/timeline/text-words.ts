import type { Scene, SceneEvent } from './scene.ts';
import { type Run, run } from './text-runs.ts';
import { laneTold } from './told-by.ts';

/**
 * What stands beside an event. What a verdict rests on is told whole, and its line of code with it; the rest as briefly as the
 * page’s drawings tell it where room is short, because a lane says who.
 */
export function eventWords(event: SceneEvent, scene: Scene, columns: number): Run[] {
  const lane = laneTold(event, scene);
  if (!event.marked && lane && columns < ROOMY) return [run(event.brief)];
  const looks = event.marked ? (['strong'] as const) : [];
  return [
    ...(lane ? [run(lane.name, 'strong'), run(` ${event.does}.`, ...looks)] : [run(event.sentence, ...looks)]),
    ...(event.marked && event.place ? [run(' '), run(placeText(event.place), 'place')] : []),
  ];
}

/** As editors and terminals know it, so that it can be opened from there. */
export function placeText({ path, line, column }: NonNullable<SceneEvent['place']>): string {
  return `${path}:${line}:${column}`;
}

/** Here nearly every sentence fits on one line. */
const ROOMY = 64;

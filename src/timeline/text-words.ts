import { laneTold } from './lane-told.ts';
import type { Scene, SceneEvent } from './scene.ts';
import type { Place } from './story.ts';
import { columnsOf } from './text-columns.ts';
import { type Run, run } from './text-runs.ts';
import { visible } from './visible.ts';

/**
 * What stands beside an event. What a verdict rests on is told whole, and its line of code with it; the rest as briefly as the
 * page’s drawings tell it where room is short, because a lane says who.
 */
export function eventWords(event: SceneEvent, scene: Scene, columns: number): Run[] {
  const lane = laneTold(event, scene);
  if (!event.marked && columns < ROOMY && (lane || isLong(event, columns))) return [run(event.brief)];
  const looks = event.marked ? (['strong'] as const) : [];
  return [
    ...(lane ? [run(lane.name, 'strong'), run(` ${event.does}.`, ...looks)] : [run(event.sentence, ...looks)]),
    ...(hasNewPlace(event, scene) ? [run(' '), run(placeText(event.place), 'place')] : []),
  ];
}

/** The line behind what a verdict rests on; once is enough. */
export function hasNewPlace<E extends SceneEvent>(
  event: E,
  scene: Pick<Scene, 'events'>,
): event is E & { place: Place } {
  const { marked, place } = event;
  if (!marked || !place) return false;
  return scene.events.find((other) => other.marked && other.place && isSame(other.place, place)) === event;
}

const isSame = (one: Place, other: Place): boolean => placeText(one) === placeText(other);

/** Of people too their lane says who; but what they ask of a process may stand on the lane of that one. */
function isLong({ lane, sentence }: SceneEvent, columns: number): boolean {
  return lane === 'customer' && columnsOf(visible(sentence)) > columns;
}

/** As editors and terminals know it, so that it can be opened from there. */
export function placeText({ path, line, column }: Place): string {
  return `${path}:${line}:${column}`;
}

/** Here nearly every sentence fits on one line. */
const ROOMY = 64;

import { laneTold } from './lane-told.ts';
import type { Lane, Scene, SceneEvent } from './scene.ts';
import type { Place } from './story.ts';
import { columnsOf } from './text-columns.ts';
import { type Run, run } from './text-runs.ts';
import { visible } from './visible.ts';

/**
 * What stands beside an event. What a verdict rests on is told whole, and its line of code with it; so is what fits on one line.
 * The rest is told as briefly as the page’s drawings tell it, behind who it was: read aloud, a lane does not say that.
 */
export function eventWords(event: SceneEvent, scene: Scene, columns: number): Run[] {
  const lane = laneTold(event, scene);
  const whole = lane ? `${lane.name} ${event.does}.` : event.sentence;
  const isWhole = event.marked || columns >= ROOMY || columnsOf(visible(whole)) <= columns;
  if (!isWhole) return briefWords(event, scene);
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

function briefWords(event: SceneEvent, scene: Scene): Run[] {
  const { brief, does, sentence } = event;
  const lane = laneOfWords(event, scene);
  // Of people who do something it cannot be said in fewer words than theirs.
  if (!lane) return [run(sentence)];
  if (brief.endsWith(`to ${lane.name}`)) return [run(brief)];
  const isVerb = firstWord(brief) === firstWord(does);
  return [run(lane.name, 'strong'), run(`${isVerb ? '' : ':'} ${brief}`)];
}

/** What is delivered or read is told of the one whom it reaches. */
function laneOfWords(event: SceneEvent, scene: Scene): Lane | undefined {
  const reached = event.kind === 'delivered' || event.kind === 'read';
  return reached ? scene.lanes.find(({ id }) => id === event.lane) : laneTold(event, scene);
}

const firstWord = (text: string): string => text.split(' ', 1)[0] ?? '';

/** As editors and terminals know it, so that it can be opened from there. */
export function placeText({ path, line, column }: Place): string {
  return `${path}:${line}:${column}`;
}

/** Here nearly every sentence fits on one line. */
const ROOMY = 64;

import type { Scene, SceneEvent } from './scene.ts';
import { type Rows, type Run, run } from './text-runs.ts';
import { repeatsWords, textSteps } from './text-steps.ts';
import { hasNewPlace, placeText } from './text-words.ts';
import { hung, wrapped } from './text-wrap.ts';

/** The same events as sentences, one after the other: for who listens, and for a terminal too narrow for lanes. */
export function listRows(scene: Scene, columns: number): Rows {
  return textSteps(scene).flatMap((step) => {
    const words = step.kind === 'event' ? sentenceRuns(step.event, scene) : [run(`Then ${repeatsWords(step)}.`)];
    const [first = [], ...rest] = wrapped(words, columns - INDENT);
    return [first, ...hung(rest, INDENT)];
  });
}

function sentenceRuns(event: SceneEvent, scene: Scene): Run[] {
  const moment = `${Math.round(event.at)} ms.`;
  if (!event.marked) return [run(`${moment} ${event.sentence}`)];
  return [
    run(`${moment} ${event.sentence}`, 'strong'),
    run(' The verdict rests on this.'),
    ...(hasNewPlace(event, scene) ? [run(' '), run(placeText(event.place), 'place')] : []),
  ];
}

const INDENT = 2;

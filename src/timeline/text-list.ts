import type { Scene, SceneEvent } from './scene.ts';
import { type Run, run, wrappedRuns } from './text-runs.ts';
import { repeatsWords, textSteps } from './text-steps.ts';
import { placeText } from './text-words.ts';

/** The same events as sentences, one after the other: for who listens, and for a terminal too narrow for lanes. */
export function listRows(scene: Scene, width: number): readonly (readonly Run[])[] {
  return textSteps(scene).flatMap((step) => {
    const words = step.kind === 'event' ? sentenceRuns(step.event) : [run(`Then ${repeatsWords(step)}.`)];
    return wrappedRuns(words, width - INDENT).map((line, i) => (i === 0 ? line : [run(' '.repeat(INDENT)), ...line]));
  });
}

function sentenceRuns(event: SceneEvent): Run[] {
  const moment = `${Math.round(event.at)} ms.`;
  if (!event.marked) return [run(`${moment} ${event.sentence}`)];
  return [
    run(`${moment} ${event.sentence}`, 'strong'),
    run(' The verdict rests on this.'),
    ...(event.place ? [run(' '), run(placeText(event.place), 'place')] : []),
  ];
}

const INDENT = 2;

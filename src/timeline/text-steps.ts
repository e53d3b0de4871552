import type { Scene, SceneEvent } from './scene.ts';

/** What a text tells one by one. What pollers do at each turn is told at first, and then only counted. */
export type TextStep =
  | { readonly kind: 'event'; readonly event: SceneEvent }
  | { readonly kind: 'repeats'; readonly times: number; readonly last: SceneEvent };

export function textSteps(scene: Pick<Scene, 'events'>): readonly TextStep[] {
  const shown = scene.events.filter((event) => !event.quiet);
  const steps: TextStep[] = [];
  for (let i = 0; i < shown.length; i++) {
    let times = 0;
    while (isRepeat(shown, i + times)) times++;
    if (times < FEWEST) {
      steps.push({ kind: 'event', event: shown[i]! });
      continue;
    }
    i += times - 1;
    steps.push({ kind: 'repeats', times, last: shown[i]! });
  }
  return steps;
}

export function repeatsWords({ times, last }: Extract<TextStep, { kind: 'repeats' }>): string {
  return `${times} more of the same, until ${Math.round(last.at)} ms`;
}

export const lastOf = (step: TextStep): SceneEvent => (step.kind === 'event' ? step.event : step.last);

/** Several pollers take turns, so the same words may stand a few events before. What a verdict rests on is never the same. */
function isRepeat(shown: readonly SceneEvent[], i: number): boolean {
  const event = shown[i];
  if (event === undefined || event.marked) return false;
  return shown.slice(Math.max(0, i - TURNS), i).some((earlier) => earlier.sentence === event.sentence);
}

const TURNS = 4;
/** Fewer than this are told one by one: they cost no more than the sentence that counts them. */
const FEWEST = 3;

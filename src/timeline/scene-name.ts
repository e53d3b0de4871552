import type { SceneEvent } from './scene.ts';

/** The accessible name of the picture: how much there is, and the sentences that matter most, in their order. */
export function sceneName(events: readonly SceneEvent[]): string {
  const told = events.filter((event) => !event.quiet);
  if (told.length === 0) return 'Timeline. Nothing happened.';
  const first = told[0]!;
  const last = told.at(-1)!;
  const count = told.length === 1 ? 'one event' : `${told.length} events`;
  return [
    `Timeline, ${count}, from ${ms(first.at)} to ${ms(last.at)}.`,
    ...telling(told).map((event) => `${ms(event.at)}: ${event.sentence}`),
  ].join(' ');
}

function telling(told: readonly SceneEvent[]): SceneEvent[] {
  const marked = told.filter((event) => event.marked);
  const weighty = told.filter((event) => !event.marked && (event.label?.rank ?? 9) <= 2);
  const chosen = new Set([...marked.slice(-MOST), ...weighty].slice(0, MOST));
  return told.filter((event) => chosen.has(event));
}

/** More sentences than this nobody wants to hear before they choose to. */
const MOST = 6;

const ms = (at: number): string => `${Math.round(at)} ms`;

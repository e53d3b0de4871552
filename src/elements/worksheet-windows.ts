import type { Story } from '#timeline/story.ts';
import { build } from './build-element.ts';

/** The windows of a run, so that a learner can measure what they describe: closed ones from the shortest to the longest. */
export function windowsOf(story: Story): readonly HTMLElement[] {
  const lengths = story.windows.flatMap(({ opens, closes }) => {
    const [from, to] = [story.trace[opens], closes === undefined ? undefined : story.trace[closes]];
    return from && to ? [to.at - from.at] : [];
  });
  const open = story.windows.length - lengths.length;
  const shown = lengths.toSorted((a, b) => a - b).map((length) => build('li', {}, String(length)));
  return [
    build('h4', {}, 'The windows of this run'),
    build('p', { class: 'meta' }, windowsSentence(lengths.length, open)),
    ...(shown.length > 0 ? [build('ol', { class: 'sheet-windows' }, ...shown)] : []),
  ];
}

export function windowsSentence(closed: number, open: number): string {
  if (closed + open === 0) return 'No order was stored, so no window opened.';
  const never = open === 0 ? '' : ` ${open === 1 ? 'One' : open} never closed.`;
  if (closed === 0) return `None of ${open} closed: no mail left after its order was stored.`;
  return `${closed === 1 ? 'One' : closed} that opened and closed, in ms, from the shortest to the longest.${never}`;
}

import { type StoryLink, writeStoryLink } from '#grading/story-link.ts';

/** Puts the story on show into the page's address, so that it can be reopened and shared. The way back stays as it was. */
export function showStoryAddress(link: StoryLink): void {
  const address = writeStoryLink(link);
  history.replaceState({ ...stateNow(), [OWN]: address }, '', address);
}

/** Whether it is this tab that has put the story of this page's address there, before it was loaded anew. */
export const isOwnAddress = (): boolean => stateNow()[OWN] === location.hash;

const OWN = 'story';

/** What came of a former script may be anything. */
function stateNow(): Readonly<Record<string, unknown>> {
  const state: unknown = history.state;
  return typeof state === 'object' && state !== null ? { ...state } : {};
}

/** The address names no story any more; a fragment that names a part of the page stays. */
export function forgetStoryAddress(): void {
  if (!location.hash.startsWith('#story=')) return;
  history.replaceState(history.state, '', location.pathname + location.search);
}

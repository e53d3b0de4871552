import { type StoryLink, writeStoryLink } from '#grading/story-link.ts';

/** Puts the story on show into the page's address, so that it can be reopened and shared. The way back stays as it was. */
export function showStoryAddress(link: StoryLink): void {
  history.replaceState(history.state, '', writeStoryLink(link));
}

/** The address names no story any more; a fragment that names a part of the page stays. */
export function forgetStoryAddress(): void {
  if (!location.hash.startsWith('#story=')) return;
  history.replaceState(history.state, '', location.pathname + location.search);
}

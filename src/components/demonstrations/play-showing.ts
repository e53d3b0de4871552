import type { Exercise, Showing, WindowOf } from 'lab/authoring';
import { filesShown } from '#exercise/load-demonstrations.ts';
import type { CatalogueEntry } from '#sandboxes/catalogue.ts';
import { playStory } from '#timeline/play-story.ts';
import type { Story } from '#timeline/story.ts';

/** Really plays what a lesson shows, for a figure. Throws with the remedy in words when it cannot be played. */
export function playShowing(entry: CatalogueEntry, showing: Showing & { readonly window?: WindowOf }): Promise<Story> {
  const { window: _, ...plain } = entry.exercise;
  const shown: Exercise = {
    ...plain,
    run: showing.scenario,
    ...(showing.window ? { window: showing.window } : {}),
  };
  return playStory(shown, filesShown(entry, showing), { schedule: showing.schedule });
}

import { describe, expect, test } from 'vitest';
import { filesShown, showingsOf } from '#exercise/load-demonstrations.ts';
import { exercises } from '#sandboxes/catalogue.ts';
import { playStory } from './play-story.ts';
import { sceneOf } from './scene-of.ts';

const entries = (await exercises()).filter(({ demonstrations }) => demonstrations.explorables.length > 0);

/** "Radia’s cancellation" names Radia. */
const NAMED = /\b([A-Z][a-z]+)’s/g;

describe.each(entries)('the explorables of $exercise.id', (entry) => {
  test.each(entry.demonstrations.explorables)('$id open on whoever their sentence names', async (explorable) => {
    const choices = allChoices(explorable.knobs);
    expect(choices).toHaveLength(showingsOf(explorable).length);
    // Each option at least once, rather than each combination: plays are many, and stories alike.
    for (const choice of choices.filter((_, i) => i % 5 === 0)) {
      const { window: _, ...exercise } = entry.exercise;
      const showing = explorable.shows(choice);
      const story = await playStory({ ...exercise, run: showing.scenario }, filesShown(entry, showing), showing);
      const sentence = explorable.reads(story.trace, choice);
      const scene = sceneOf({ ...story, evidence: explorable.about?.(story.trace, choice) ?? [] });
      // What is shown whole leaves out nobody, though a trace without addresses cannot name her.
      if (scene.about === undefined) continue;
      const told = scene.events
        .filter(({ quiet }) => !quiet)
        .map((event) => event.sentence)
        .join(' ');
      const unseen = [...sentence.matchAll(NAMED)].map(([, name]) => name!).filter((name) => !told.includes(name));
      expect(unseen, `${JSON.stringify(choice)} reads: ${sentence}`).toEqual([]);
    }
  });
});

function allChoices(knobs: (typeof entries)[number]['demonstrations']['explorables'][number]['knobs']) {
  return knobs.reduce<Readonly<Record<string, string>>[]>(
    (known, { id, options }) => known.flatMap((choice) => options.map((option) => ({ ...choice, [id]: option.id }))),
    [{}],
  );
}

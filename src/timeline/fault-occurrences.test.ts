import { describe, expect, test } from 'vitest';
import { filesShown } from '#exercise/load-demonstrations.ts';
import { exercises } from '#sandboxes/catalogue.ts';
import { playStory } from './play-story.ts';
import { sceneOf } from './scene-of.ts';
import type { Story } from './story.ts';
import { tall } from './tall.ts';
import { wide } from './wide.ts';

const entries = (await exercises()).filter(({ demonstrations }) => demonstrations.breakIts.length > 0);

describe.each(entries)('the break-its of $exercise.id', (entry) => {
  test.each(entry.demonstrations.breakIts)(
    '$id show every fault where it strikes, whatever else is left out',
    async (breakIt) => {
      // A replica's lag strikes at no point: it is told by what is read from there.
      for (const { schedule } of breakIt.places.filter((place) => !place.schedule.startsWith('lag-'))) {
        const { window: _, ...exercise } = entry.exercise;
        const story = await playStory({ ...exercise, run: breakIt.scenario }, filesShown(entry, breakIt), { schedule });
        const verdict = breakIt.verdict(story.trace);
        const missing = unseenFaults({ ...story, evidence: verdict.outcome === 'failed' ? verdict.evidence : [] });
        expect(missing.map((fault) => `${schedule}: ${fault}`)).toEqual([]);
      }
    },
  );
});

/** Labels of faults that either drawing leaves out. */
function unseenFaults(story: Story): readonly string[] {
  const scene = sceneOf(story);
  const told = scene.events.filter(({ quiet }) => !quiet);
  const faults = told.filter(
    ({ kind, label }) => label?.style === 'fault' && (kind === 'struck' || kind === 'crashed'),
  );
  if (faults.length === 0) return ['no step tells the fault'];
  const across = wide(scene, { id: 'test', width: 1100 }).labels.map(({ text }) => text);
  const down = tall(scene, { id: 'test', width: 358 }).labels.map(({ text }) => text);
  return faults
    .filter(({ label, brief }) => !across.includes(label!.text) || !down.includes(brief))
    .map(({ label }) => label!.text);
}

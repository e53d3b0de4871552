import { expect, test } from 'vitest';
import { filesShown } from '#exercise/load-demonstrations.ts';
import { exercises } from '#sandboxes/catalogue.ts';
import { playStory } from './play-story.ts';
import { sceneOf } from './scene-of.ts';
import { wide } from './wide.ts';

const entry = (await exercises()).find(({ exercise }) => exercise.id === 'publish-subscribe')!;
const shown = entry.demonstrations.stories.find(({ id }) => id === 'three-subscribers')!;
const scene = sceneOf(await playStory({ ...entry.exercise, run: shown.scenario }, filesShown(entry, shown)));

test('instances of one process stand together in their order, the process that the story is about outermost', () => {
  const names = scene.lanes.map(({ name }) => name);
  expect(names).toEqual(['orders', 'broker', 'stock', 'analytics', 'confirmation-1', 'confirmation-2']);
});

test('their names are whole in a figure beside the text', () => {
  const { svg } = wide(scene, { id: 'test', width: 600 });
  for (const { name } of scene.lanes) expect(svg).toContain(`>${name}</text>`);
});

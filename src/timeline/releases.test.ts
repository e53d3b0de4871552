import { expect, test } from 'vitest';
import { filesShown } from '#exercise/load-demonstrations.ts';
import { exercises } from '#sandboxes/catalogue.ts';
import { playStory } from './play-story.ts';
import { sceneOf } from './scene-of.ts';
import { tall } from './tall.ts';
import { wide } from './wide.ts';

const entry = (await exercises()).find(({ exercise }) => exercise.id === 'queue-or-log')!;
const shown = entry.demonstrations.stories.find(({ id }) => id === 'mailed-again')!;
const story = await playStory({ ...entry.exercise, run: shown.scenario }, filesShown(entry, shown));
const scene = sceneOf(story);

test('a process that a scenario starts later was not stopped before, and has lost no memory', () => {
  const told = scene.events.filter(({ lane }) => lane === 'process order-list').map(({ sentence }) => sentence);
  expect(told[0]).toBe('The order-list process is not released yet.');
  expect(told[1]).toBe('The order-list process is released.');
  const marks = scene.events.filter(({ lane, mark }) => lane === 'process order-list' && mark === 'crash');
  expect(marks).toEqual([]);
});

test('a process that is stopped later is stopped, though it has done nothing yet', async () => {
  const { exercise, starter } = (await exercises()).find(({ exercise: { id } }) => id === 'decouple-confirmation')!;
  const told = sceneOf(await playStory(exercise, starter, { check: 'live-apart', schedule: 'calm' })).events;
  expect(told.map(({ sentence }) => sentence)).toContain('The confirmation process is stopped by the operator.');
});

test('a process that has worked is stopped', () => {
  const told = scene.events.map(({ sentence }) => sentence);
  expect(told).toContain('The confirmation process is stopped by the operator.');
  for (const drawing of [wide(scene, { id: 'test', width: 1100 }), tall(scene, { id: 'test', width: 358 })])
    expect(drawing.svg.match(/class="tl-down"/g)).toHaveLength(1);
});

test.each([600, 740, 1100])('two mails that repeat lie side by side and say whose they are, at %i px', (width) => {
  const { svg, labels } = wide(scene, { id: 'test', width });
  const xs = [...svg.matchAll(/class="tl-stem" d="M([\d.]+)/g)].map(([, x]) => Number(x));
  expect(xs).toHaveLength(4);
  for (const x of xs) expect(xs.filter((other) => Math.abs(other - x) < 18)).toHaveLength(1);
  const texts = labels.map(({ text }) => text);
  expect(texts).toContain('the same mail to Ada, again');
  expect(texts).toContain('the same mail to Grace, again');
});

import { beforeAll, describe, expect, test } from 'vitest';
import { filesShown } from '#exercise/load-demonstrations.ts';
import { exercises } from '#sandboxes/catalogue.ts';
import { playStory } from './play-story.ts';
import type { Scene } from './scene.ts';
import { sceneOf } from './scene-of.ts';
import type { Story } from './story.ts';
import { wide } from './wide.ts';

const entry = (await exercises()).find(({ exercise }) => exercise.id === 'read-your-write')!;
const { breakIts, explorables } = entry.demonstrations;
const told = (scene: Scene) => scene.events.filter(({ kind }) => kind === 'read').map(({ sentence }) => sentence);

async function played(
  showing: Parameters<typeof filesShown>[1] & Pick<(typeof breakIts)[number], 'scenario'>,
  schedule: string,
): Promise<Story> {
  return playStory({ ...entry.exercise, run: showing.scenario }, filesShown(entry, showing), { schedule });
}

describe('a second replica that is far behind', () => {
  let scene: Scene;
  beforeAll(async () => {
    const explorable = explorables.find(({ id }) => id === 'lag-replica-and-wait')!;
    const choice = { lag: '400', replica: 'in turn', wait: '0', projection: 'running' };
    const showing = explorable.shows(choice);
    scene = sceneOf(await played(showing, showing.schedule));
  });

  test('is named by the looks that read from it, and what is new on the first one is not called old', () => {
    expect(told(scene)).toEqual([
      'The page of order 1 shows “quantity 2”, which is out of date; read from replica 1.',
      'The page of order 1 shows “quantity 2”, which is out of date; read from replica 2.',
      'The page of order 1 shows “quantity 3”; read from replica 1.',
      'The page of order 1 shows “quantity 2”, which is out of date; read from replica 2.',
    ]);
    expect(scene.events.filter(({ kind, label }) => kind === 'read' && label).at(-1)?.label?.text).toBe(
      '“quantity 2”, replica 2',
    );
  });

  test('is said where the row is stored that it will show', () => {
    const stored = scene.events.findLast(({ sentence }) => sentence.includes('order_pages'));
    expect(stored?.sentence).toMatch(
      /now says quantity 3, version 2; .*replica 1 shows it 15 ms later, replica 2 400 ms later\.$/,
    );
  });

  test('has its window called by the order, without a number that runs into the next', () => {
    expect(scene.windows[0]?.label).toMatch(/^window of order 1: \d+ ms$/);
  });

  test.each([740, 1070, 1120])('has the label of its window hidden by no cut of the axis, at %i px', (width) => {
    const { svg } = wide(scene, { id: 'test', width });
    expect(svg).toContain('tl-cut-ground');
    expect(svg.indexOf('tl-window-label')).toBeGreaterThan(svg.lastIndexOf('tl-cut-ground'));
  });
});

test('a replica that was only asked is told apart from the one that was read', async () => {
  const breakIt = breakIts.find(({ id }) => id === 'one-has-caught-up')!;
  const [first] = told(sceneOf(await played(breakIt, 'lag-400@replica-2')));
  expect(first).toBe(
    'The page of order 1 shows “quantity 2”, which is out of date; read from replica 2, after replica 1 was asked.',
  );
});

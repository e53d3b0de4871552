import { expect, test } from 'vitest';
import { playStory } from './play-story.ts';
import { sample, storyOf } from './sample-stories.ts';

test('a figure shows what really happened: the verdict’s evidence, or what no program can avoid', async () => {
  const story = await storyOf(await sample('solution'), 'confirmed-once', 'crash-after@confirmation:mail:1');
  expect(story.evidence.map((seq) => story.trace[seq]?.kind)).toEqual(['mailed', 'crashed', 'mailed']);
});

test('a schedule that is none, or does not fit, and a check that is none, stop the build with the remedy', async () => {
  const { exercise, files } = await sample('solution');
  await expect(playStory(exercise, files, { schedule: 'nonsense' })).rejects.toThrow('Write one as');
  await expect(playStory(exercise, files, { schedule: 'crash-after@nobody:mail:1' })).rejects.toThrow(
    'never reaches nobody:mail:1',
  );
  await expect(playStory(exercise, files, { check: 'no-such' })).rejects.toThrow('It has ');
});

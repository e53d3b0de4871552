import { expect, test } from 'vitest';
import { writeStoryLink } from '#grading/story-link.ts';
import { namedStory } from './named-story.ts';

const checks = [{ id: 'confirmed-once' }, { id: 'live-apart' }];
const schedule = 'crash-after@orders:publish:order.created:1,duplicate-0@broker:deliver:confirmation:1';
const read = (...words: string[]) => namedStory(words, checks);

test('a story is named by a check and a schedule', () => {
  expect(read('confirmed-once', schedule)).toEqual({ check: 'confirmed-once', schedule });
  expect(read('confirmed-once', 'calm')).toEqual({ check: 'confirmed-once', schedule: 'calm' });
  expect(read('run', schedule)).toEqual({ schedule });
});

test('a story is named by a link, whole or its end', () => {
  const link = { check: 'confirmed-once', schedule };
  const end = writeStoryLink(link);
  for (const form of [`https://somewhere.example/practice/${end}`, end, end.slice('#story='.length)])
    expect(read(form)).toEqual(link);
  expect(read(writeStoryLink({ schedule: 'calm' }))).toEqual({ schedule: 'calm' });
});

test('a story is named by the letters that are read aloud, with its check or alone', () => {
  expect(read('confirmed-once', 'prvrc')).toEqual({ check: 'confirmed-once', badge: 'prvrc' });
  expect(read('prvrc')).toEqual({ badge: 'prvrc' });
});

test('quotes that a shell leaves around a word are no part of it', () => {
  expect(read("'confirmed-once'", `'${schedule}'`)).toEqual({ check: 'confirmed-once', schedule });
  expect(read(`"${writeStoryLink({ schedule })}"`)).toEqual({ schedule });
});

test('where nothing is graded, a schedule is enough', () => {
  expect(namedStory([schedule], [])).toEqual({ schedule });
  expect(namedStory(['#story=run/calm'], [])).toEqual({ schedule: 'calm' });
  expect(() => namedStory(['live-apart', 'calm'], [])).toThrow('Nothing is graded here');
  for (const words of [['kaboom'], ['run', 'kaboom'], ['prvrc'], ['#story=run/kaboom'], []])
    expect(() => namedStory(words, [])).toThrow(/^(?!.*npm run check)/s);
});

test('what names no story is answered with what would', () => {
  expect(() => read()).toThrow('npm run replay -- <check>');
  expect(() => read('live-apart', 'calm', 'calm')).toThrow('npm run replay -- <check>');
  expect(() => read('live-apart')).toThrow('Say which schedule is meant, too. One reads like calm');
  expect(() => read('calm')).toThrow('Say which check is meant, too: confirmed-once and live-apart.');
  expect(() => read('nonsense')).toThrow('“nonsense” names no story.');
  expect(() => read('no-such-check', 'calm')).toThrow('No check is called no-such-check. There are');
  expect(() => read('run', 'prvrc')).toThrow('“prvrc” is not a schedule. One reads like');
  expect(() => read('live-apart', 'kaboom')).toThrow('“kaboom” is not a schedule. One reads like');
  expect(() => read('#story=live-apart/kaboom')).toThrow('npm run check shows the stories of your own code.');
});

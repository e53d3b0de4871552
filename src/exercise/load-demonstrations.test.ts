import { describe, expect, test } from 'vitest';
import { exercises } from '#sandboxes/catalogue.ts';
import { filesShown, inReadingOrder, readable, showingsOf } from './load-demonstrations.ts';

const all = await exercises();

describe.each(all.map((entry) => [entry.exercise.id, entry] as const))(
  'the stories, break-its and explorables of %s',
  (_, entry) => {
    const { stories, breakIts, explorables } = entry.demonstrations;
    const showings = [
      ...stories.filter(({ program }) => program !== 'solution').map((story) => [story.id, story] as const),
      ...breakIts.map((breakIt) => [breakIt.id, breakIt] as const),
      ...explorables.flatMap((explorable) =>
        showingsOf(explorable).map((showing) => [explorable.id, showing] as const),
      ),
    ];

    test('show something, and no file of the solution', () => {
      const own = entry.solution.filter(
        ({ path, text }) => !entry.starter.some((file) => file.path === path && file.text === text),
      );
      for (const [id, showing] of showings) {
        const shown = readable(entry, filesShown(entry, showing), showing.hidden);
        expect(shown.length, id).toBeGreaterThan(0);
        const given = own.filter(({ path, text }) => shown.some((file) => file.path === path && file.text === text));
        expect(
          given.map(({ path }) => path),
          id,
        ).toEqual([]);
      }
    });

    test('hide files that are there', () => {
      for (const [id, showing] of showings) {
        const paths = filesShown(entry, showing).map(({ path }) => path);
        expect(paths, id).toEqual(expect.arrayContaining([...(showing.hidden ?? [])]));
      }
    });
  },
);

test.each([
  ['take-the-event-out', 'what-it-costs', 'a worker that takes jobs', /skip locked/],
  ['once-and-in-order', 'four-consumers', 'a consumer that lets early ones wait', /version \+ 1|counted \+ 1/],
])('the explorable of %s, %s, plays %s and does not show it', (exercise, id, _, words) => {
  const entry = all.find((one) => one.exercise.id === exercise)!;
  const explorable = entry.demonstrations.explorables.find((one) => one.id === id)!;
  for (const showing of showingsOf(explorable)) {
    const played = filesShown(entry, showing);
    expect(played.some(({ text }) => words.test(text))).toBe(true);
    expect(readable(entry, played, showing.hidden).filter(({ text }) => words.test(text))).toEqual([]);
  }
});

test('the file in which the suspect is comes before those that the starter has, whether it has a tab or not', () => {
  const entry = all.find(({ exercise }) => exercise.id === 'once-and-in-order')!;
  const breakIt = entry.demonstrations.breakIts.find(({ id }) => id === 'takes-only-the-next')!;
  const shown = inReadingOrder(entry, readable(entry, filesShown(entry, breakIt), breakIt.hidden));
  expect(shown.map(({ path }) => path)).toEqual(['in-order.ts', 'events.ts', 'schema.ts', 'deployment.ts']);
});

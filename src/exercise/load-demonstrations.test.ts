import { describe, expect, test } from 'vitest';
import { exercises } from '#sandboxes/catalogue.ts';
import { filesShown, readable } from './load-demonstrations.ts';

describe.each((await exercises()).map((entry) => [entry.exercise.id, entry] as const))(
  'the break-its of %s',
  (_, entry) => {
    test('show something, and no file of the solution', () => {
      const own = entry.solution.filter(
        ({ path, text }) => !entry.starter.some((file) => file.path === path && file.text === text),
      );
      for (const breakIt of entry.demonstrations.breakIts) {
        const shown = readable(entry, filesShown(entry, breakIt));
        expect(shown.length, breakIt.id).toBeGreaterThan(0);
        const given = own.filter(({ path, text }) => shown.some((file) => file.path === path && file.text === text));
        expect(
          given.map(({ path }) => path),
          breakIt.id,
        ).toEqual([]);
      }
    });
  },
);

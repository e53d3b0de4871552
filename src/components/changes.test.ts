import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const changes: readonly { id: string; at: string; title: string; path: string }[] = JSON.parse(
  readFileSync(new URL('../../content/changes.json', import.meta.url), 'utf8'),
);

test('changes stand newest first, and each has an id of its own that begins with its day', () => {
  const times = changes.map(({ at }) => at);
  expect(times).toEqual(times.toSorted().toReversed());
  expect(new Set(changes.map(({ id }) => id)).size).toBe(changes.length);
  for (const { id, at } of changes) expect(id.slice(0, 10)).toBe(at.slice(0, 10));
});

test('every lesson has its entry', () => {
  const lessons: readonly { id: string }[] = JSON.parse(
    readFileSync(new URL('../../content/lessons.json', import.meta.url), 'utf8'),
  );
  for (const { id } of lessons) expect(changes.map(({ path }) => path)).toContain(`/lessons/${id}/`);
});

import { expect, test } from 'vitest';
import { exercises } from '#sandboxes/catalogue.ts';
import { loadExercise } from './load-exercise.ts';

const ids = (await exercises()).filter(({ exercise }) => exercise.worksheet).map(({ exercise }) => exercise.id);

test.each(ids)('a worksheet is shown with the marks of print: %s', async (id) => {
  const { worksheet } = await loadExercise(id);
  expect(JSON.stringify(worksheet).replaceAll('\\"', '<mark>')).not.toMatch(/<mark>|\w'\w/);
});

import { expect, test } from 'vitest';
import type { ExerciseProgress } from '#stores/progress.ts';
import { evidenceOf, evidenceWords, heldOf, solvedWords } from './site-progress-words.ts';

const progress: ExerciseProgress = {
  checks: { alone: { at: 0, helped: false }, hinted: { at: 0, helped: true } },
  help: { hints: 1, solution: false },
  answers: {},
};

test('a check that never passed is an open square, one that passed after a hint is half of one', () => {
  expect(['alone', 'hinted', 'never'].map((check) => evidenceOf(progress, check))).toEqual(['shown', 'helped', 'open']);
});

test('a check that has the name of a built-in is still open', () => {
  expect(evidenceOf(progress, 'constructor')).toBe('open');
});

test('evidence is told as a count, never as a percentage', () => {
  expect(evidenceWords(['open', 'open'])).toBe('0 of 2');
  expect(evidenceWords(['shown', 'helped', 'open'])).toBe('2 of 3, one with help');
  expect(evidenceWords(['helped', 'helped'])).toBe('2 of 2, 2 with help');
});

test('only checks of the exercise count as held', () => {
  expect(heldOf(progress, ['alone', 'never'])).toBe(1);
});

test('the day of the solution is told, and that help was used', () => {
  const at = new Date(2026, 10, 23, 14).getTime();
  expect(solvedWords({ at, helped: false })).toBe('Solved on 23 November 2026');
  expect(solvedWords({ at, helped: true })).toBe('Solved on 23 November 2026, with help');
});

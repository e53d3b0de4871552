import { expect, test } from 'vitest';
import type { ExerciseProgress, ProgressRecord } from '#stores/progress-record.ts';
import {
  checkStanding,
  evidenceWords,
  groupWords,
  grownWords,
  heldOf,
  quizWords,
  solvedWords,
  standingOf,
} from './site-progress-words.ts';

const progress: ExerciseProgress = {
  checks: { alone: { at: 0, helped: false }, hinted: { at: 0, helped: true } },
  help: { hints: 1, solution: false },
  answers: {},
};

test('a check that never passed is an open square, one that passed after a hint is half of one', () => {
  expect(['alone', 'hinted', 'never'].map((check) => checkStanding(progress, check))).toEqual([
    'shown',
    'helped',
    'open',
  ]);
});

test('a check that has the name of a built-in is still open', () => {
  expect(checkStanding(progress, 'constructor')).toBe('open');
});

const record: ProgressRecord = {
  version: 2,
  exercises: { decouple: progress },
  predictions: { right: { option: 'two' }, wrong: { option: 'one' } },
  questions: {
    a: { option: 'yes', at: 0 },
    b: { option: 'no', at: 0 },
    c: { option: 'yes', at: 0 },
    d: { option: 'yes', at: 0 },
  },
  breakIts: {
    tried: { tries: 3 },
    broken: { tries: 1, broken: { schedule: 'calm', at: 0 } },
    searched: { tries: 2, broken: { schedule: 'calm', at: 0 } },
  },
};

test('a prediction counts once it is made, right or not', () => {
  const standing = (id: string) => standingOf(record, { kind: 'prediction', id, right: 'two' });
  expect(['right', 'wrong', 'never', 'constructor'].map(standing)).toEqual(['shown', 'shown', 'open', 'open']);
});

test('a break-it counts once it is broken, however many places were tried', () => {
  const standing = (id: string) => standingOf(record, { kind: 'break-it', id });
  expect(['broken', 'searched', 'tried', 'never', 'constructor'].map(standing)).toEqual([
    'shown',
    'shown',
    'open',
    'open',
    'open',
  ]);
});

test('a quiz counts when all of it is answered, and in full with three right answers of four', () => {
  const standing = (right: Readonly<Record<string, string[]>>) => standingOf(record, { kind: 'quiz', right });
  expect(standing({ a: ['yes'], b: ['yes'], c: ['yes'], d: ['yes', 'no'] })).toBe('shown');
  expect(standing({ a: ['yes'], b: ['yes'], c: ['yes'], d: ['no'] })).toBe('helped');
  expect(standing({ a: ['yes'], b: ['no'], e: ['yes'] })).toBe('open');
});

test('a question that was decided again counts by its first answer, and for nothing where that is not known', () => {
  const again = { option: 'yes', at: 9, goes: 2 };
  const decided = { ...record, questions: { a: { ...again, first: { option: 'no', at: 0 } }, b: again } };
  const standing = (id: string, option: string) => standingOf(decided, { kind: 'quiz', right: { [id]: [option] } });
  expect(standing('a', 'yes')).toBe('helped');
  expect(standing('a', 'no')).toBe('shown');
  expect(standing('b', 'yes')).toBe('helped');
});

test('beside the one square of a quiz stands how many of its questions were right at first', () => {
  const words = (right: Readonly<Record<string, string[]>>) => groupWords(record, [{ kind: 'quiz', right }]);
  expect(words({ a: ['yes'], b: ['yes'], c: ['no'] })).toBe('1 of 3 right at the first answer');
  expect(words({ a: ['yes'], b: ['yes'], e: ['yes'] })).toBe('2 of 3 answered');
  expect(groupWords(record, [{ kind: 'break-it', id: 'searched' }])).toBe('1 of 1');
});

test('below a quiz stands how far it is, and in the end what it counts for', () => {
  const words = (right: Readonly<Record<string, string[]>>) => quizWords(record, right);
  expect(words({ e: ['yes'] })).toBe('');
  expect(words({ a: ['yes'], b: ['yes'], e: ['yes'] })).toBe('2 of 3 answered, 1 of them right.');
  expect(words({ a: ['yes'], b: ['no'] })).toBe('2 of 2 right at the first answer. It counts in full.');
  expect(words({ a: ['yes'], b: ['yes'] })).toBe('1 of 2 right at the first answer. It counts as shown with help.');
});

test('a check stands where its exercise has it', () => {
  expect(standingOf(record, { kind: 'check', exercise: 'decouple', check: 'hinted' })).toBe('helped');
  expect(standingOf(record, { kind: 'check', exercise: 'elsewhere', check: 'hinted' })).toBe('open');
});

test('a check that the starter holds already stands open until all of the exercise is solved', () => {
  const evidence = { kind: 'check', exercise: 'decouple', check: 'alone', heldAtFirst: true } as const;
  expect(standingOf(record, evidence)).toBe('open');
  const solved = (helped: boolean) => ({
    ...record,
    exercises: { decouple: { ...progress, solved: { at: 1, helped, checks: ['alone'] } } },
  });
  expect(standingOf(solved(false), evidence)).toBe('shown');
  expect(standingOf(solved(true), evidence)).toBe('helped');
  expect(standingOf(solved(false), { ...evidence, check: 'grown since' })).toBe('open');
});

test('evidence is told as a count, never as a percentage', () => {
  expect(evidenceWords(['open', 'open'])).toBe('0 of 2');
  expect(evidenceWords(['shown', 'helped', 'open'])).toBe('2 of 3, 1 with help');
  expect(evidenceWords(['helped', 'helped'])).toBe('2 of 2, 2 with help');
});

test('only checks of the exercise count as held', () => {
  expect(heldOf(progress, ['alone', 'never'])).toBe(1);
});

test('an exercise that is open again says which of its checks are new', () => {
  const one = { title: 'Each order once' };
  expect(grownWords([one])).toBe('Open again, because a check is new: Each order once.');
  expect(grownWords([one, { title: 'Nothing invented' }])).toBe(
    'Open again, because 2 checks are new: Each order once; Nothing invented.',
  );
});

test('the day of the solution is told, and that help was used', () => {
  const at = new Date(2026, 10, 23, 14).getTime();
  expect(solvedWords({ at, helped: false })).toBe('Solved on 23 November 2026');
  expect(solvedWords({ at, helped: true })).toBe('Solved on 23 November 2026, with help');
});

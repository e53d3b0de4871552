import { expect, test } from 'vitest';
import type { ProgressRecord } from '#stores/progress-record.ts';
import { type CourseStep, parseCourseSteps, stepToResume } from './resume-step.ts';

const step = (exercise: string): CourseStep => ({
  exercise,
  path: `/${exercise}/`,
  predictions: [`${exercise}-guess`],
  title: exercise,
  address: `/${exercise}/`,
  checks: [],
  after: { title: 'next', address: '/next/' },
});
const steps = ['one', 'two', 'three'].map(step);
const untouched = { checks: {}, help: { hints: 0, solution: false }, answers: {} };
const solved = { ...untouched, solved: { at: 0, helped: false, checks: [] } };
const record = (parts: Partial<ProgressRecord>): ProgressRecord => ({
  version: 2,
  exercises: {},
  predictions: {},
  questions: {},
  breakIts: {},
  ...parts,
});
const resumed = (all: ProgressRecord, drafts: readonly string[] = [], left?: string) =>
  stepToResume(steps, all, new Set(drafts), left)?.exercise;

test('somebody who has done nothing is not led back anywhere', () => {
  expect(resumed(record({}))).toBe(undefined);
});

test('one comes back to the last step that was begun and is not solved', () => {
  expect(resumed(record({ exercises: { one: solved, two: untouched } }))).toBe('two');
  expect(resumed(record({ exercises: { one: untouched, three: solved } }))).toBe('one');
});

test('a draft or an answered prediction is a beginning', () => {
  expect(resumed(record({}), ['three'])).toBe('three');
  expect(resumed(record({ predictions: { 'two-guess': { option: 'x' } } }))).toBe('two');
});

test('when all that was begun is solved, the last of it tells where to go on', () => {
  expect(resumed(record({ exercises: { one: solved, two: solved } }))).toBe('two');
});

test('the page that one was at last comes first, until it is solved', () => {
  expect(resumed(record({ exercises: { three: untouched } }), [], '/two/')).toBe('two');
  expect(resumed(record({ exercises: { two: solved, three: untouched } }), [], '/two/')).toBe('three');
  expect(resumed(record({ exercises: { two: untouched } }), [], '/gone/')).toBe('two');
});

test('what was solved and has grown a check since is open again', () => {
  const grown = steps.map((each) => ({
    ...each,
    checks: each.exercise === 'one' ? [{ id: 'new', title: 'New' }] : [],
  }));
  const all = record({ exercises: { one: solved, two: solved } });
  expect(stepToResume(grown, all, new Set())?.exercise).toBe('one');
});

test('steps are what the page holds, and nothing else', () => {
  expect(parseCourseSteps(JSON.stringify(steps))).toEqual(steps);
  expect(() => parseCourseSteps('[{}]')).toThrow();
});

import { expect, test } from 'vitest';
import type { ProgressRecord } from '#stores/progress.ts';
import { answersTo } from './decision-answers.ts';

const offered = new Map([
  ['decision/fee', ['call', 'topic']],
  ['decision/fee/reason', ['waits', 'load']],
]);

function record(answers: Readonly<Record<string, string>>): ProgressRecord {
  const questions = Object.fromEntries(Object.entries(answers).map(([name, option]) => [name, { option, at: 0 }]));
  return { version: 1, exercises: {}, predictions: {}, questions, breakIts: {} };
}

test('a case is decided when way and reason are both there', () => {
  const answers = answersTo(record({ 'decision/fee': 'call', 'decision/fee/reason': 'load' }), 'decision/fee', offered);
  expect([...answers!]).toEqual([
    ['decision/fee', 'call'],
    ['decision/fee/reason', 'load'],
  ]);
});

test('one of the two is not enough: another tab may be between them', () => {
  expect(answersTo(record({ 'decision/fee': 'call' }), 'decision/fee', offered)).toBeUndefined();
  expect(answersTo(record({ 'decision/fee/reason': 'load' }), 'decision/fee', offered)).toBeUndefined();
});

test('an answer that is no longer offered decides nothing', () => {
  const old = record({ 'decision/fee': 'carrier pigeon', 'decision/fee/reason': 'load' });
  expect(answersTo(old, 'decision/fee', offered)).toBeUndefined();
});

test('a case with the name of a built-in has not been decided by anybody', () => {
  expect(answersTo(record({}), 'constructor', new Map([['constructor', ['call']]]))).toBeUndefined();
});

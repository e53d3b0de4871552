import { expect, test } from 'vitest';
import type { ProgressRecord } from '#stores/progress-record.ts';
import { answersTo, decisionWords, goesOf } from './decision-answers.ts';

const offered = new Map([
  ['decision/fee', ['call', 'topic']],
  ['decision/fee/reason', ['waits', 'load']],
]);

function record(answers: Readonly<Record<string, string>>): ProgressRecord {
  const questions = Object.fromEntries(Object.entries(answers).map(([name, option]) => [name, { option, at: 0 }]));
  return { version: 2, exercises: {}, predictions: {}, questions, breakIts: {} };
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

test('a decision is told what it is worth, way and reason apart', () => {
  expect(decisionWords('fits', true, 1)).toBe('Your way fits; your reason decides.');
  expect(decisionWords('fits if', false, 1)).toBe('Your way fits under a condition; your reason does not decide.');
  expect(decisionWords('costs more', true, 2)).toBe('Your way does not fit; your reason decides. You decided 2 times.');
});

test('a case that nobody decided took no go, and one that was decided once took one', () => {
  expect(goesOf(record({}), 'decision/fee')).toBe(0);
  expect(goesOf(record({}), 'constructor')).toBe(0);
  expect(goesOf(record({ 'decision/fee': 'call' }), 'decision/fee')).toBe(1);
});

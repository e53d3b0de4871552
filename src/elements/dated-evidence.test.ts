import { expect, it } from 'vitest';
import type { Evidence } from '#exercise/evidence.ts';
import { noProgress } from '#stores/progress-record.ts';
import { datedWords } from './dated-evidence.ts';

const on = (day: number) => new Date(2026, 10, day, 14).getTime();
const all = {
  ...noProgress,
  exercises: {
    decouple: {
      checks: { alone: { at: on(14), helped: false }, hinted: { at: on(15), helped: true } },
      help: { hints: 1, solution: false },
      answers: {},
    },
    outbox: {
      checks: { held: { at: on(14), helped: false } },
      solved: { at: on(20), helped: false, checks: ['held'] },
      help: { hints: 0, solution: false },
      answers: {},
    },
  },
  predictions: { right: { option: 'two', at: on(16) }, wrong: { option: 'one', at: on(16) }, old: { option: 'two' } },
  breakIts: { searched: { tries: 3, broken: { schedule: 'calm', at: on(17) } } },
  questions: { a: { option: 'yes', at: on(18) }, b: { option: 'no', at: on(19) } },
};
const check = (id: string): Evidence => ({ kind: 'check', exercise: 'decouple', check: id });
const prediction = (id: string): Evidence => ({ kind: 'prediction', id, right: 'two' });
const quiz = (right: Readonly<Record<string, string[]>>): Evidence => ({ kind: 'quiz', right });

it.each([
  ['a check', check('alone'), '14 November 2026'],
  ['a check with help', check('hinted'), '15 November 2026, with help'],
  ['a check that has not held', check('never'), 'open'],
  [
    'a check that held before anything was changed',
    { kind: 'check', exercise: 'outbox', check: 'held', heldAtFirst: true },
    '20 November 2026',
  ],
  ['a prediction', prediction('right'), '16 November 2026, and so it was'],
  ['a wrong prediction', prediction('wrong'), '16 November 2026, and it came out otherwise'],
  ['a prediction of version 1', prediction('old'), 'on a day that was not kept, and so it was'],
  ['a break-it', { kind: 'break-it', id: 'searched' }, '17 November 2026, after 2 places that held'],
  ['a quiz', quiz({ a: ['yes'], b: ['no'] }), '19 November 2026, 2 of 2 right at the first answer'],
  [
    'a quiz with wrong answers',
    quiz({ a: ['no'], b: ['no'] }),
    '19 November 2026, 1 of 2 right at the first answer, so with help',
  ],
  ['a quiz that is not answered whole', quiz({ a: ['yes'], c: ['no'] }), 'open, 1 of 2 answered'],
] as const)('%s is told with its day and its help', (_, evidence, words) => {
  expect(datedWords(all, evidence)).toBe(words);
});

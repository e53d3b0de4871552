import { describe, expect, it } from 'vitest';
import { mergeProgress } from './merge-progress.ts';
import { type ExerciseProgress, noProgress, type ProgressRecord, progressOf } from './progress-record.ts';

const none: ExerciseProgress = { checks: {}, help: { hints: 0, solution: false }, answers: {} };
const work = (part: Partial<ExerciseProgress>): ProgressRecord => ({
  ...noProgress,
  exercises: { decouple: { ...none, ...part } },
});
const record = (part: Partial<ProgressRecord>): ProgressRecord => ({ ...noProgress, ...part });
const merged = (here: ProgressRecord, there: ProgressRecord) => progressOf(mergeProgress(here, there), 'decouple');

describe('progress from two places', () => {
  it('adds up', () => {
    const here = work({ checks: { one: { at: 1, helped: false } }, answers: { opens: 'stored' } });
    const there = work({ checks: { two: { at: 2, helped: false } }, answers: { closes: 'mailed' } });
    expect(merged(here, there)).toMatchObject({
      checks: { one: { at: 1 }, two: { at: 2 } },
      answers: { opens: 'stored', closes: 'mailed' },
    });
  });

  it('keeps the earliest day on which a check passed, wherever that was', () => {
    const early = work({ checks: { one: { at: 1, helped: false } } });
    const late = work({ checks: { one: { at: 2, helped: true } }, help: { hints: 1, solution: false, since: 2 } });
    expect(merged(early, late).checks.one).toEqual({ at: 1, helped: false });
    expect(merged(late, early).checks.one).toEqual({ at: 1, helped: false });
  });

  it('remembers help that was open in either place by then', () => {
    const alone = work({ checks: { one: { at: 5, helped: false } } });
    const read = work({ help: { hints: 2, solution: false, since: 3 } });
    expect(merged(alone, read).checks.one).toEqual({ at: 5, helped: true });
    const readLater = work({ help: { hints: 2, solution: true, since: 6 } });
    expect(merged(alone, readLater)).toMatchObject({
      checks: { one: { at: 5, helped: false } },
      help: { hints: 2, solution: true, since: 6 },
    });
  });

  it('keeps the first day of a solution, and the checks of the one that holds more', () => {
    const first = work({ solved: { at: 1, helped: false, checks: ['one'] } });
    const again = work({ solved: { at: 9, helped: false, checks: ['one', 'two'] } });
    const both = { at: 1, helped: false, checks: ['one', 'two'] };
    expect(merged(first, again).solved).toEqual(both);
    expect(merged(again, first).solved).toEqual(both);
  });

  it('leaves the answers of a worksheet as they are here, and fills what is empty', () => {
    const here = work({ answers: { opens: 'stored', why: ' ' } });
    const there = work({ answers: { opens: 'asked', why: 'because' } });
    expect(merged(here, there).answers).toEqual({ opens: 'stored', why: 'because' });
  });

  it('keeps the first answer to a question, wherever it was given', () => {
    const here = record({
      questions: { zero: { option: 'no', at: 2 } },
      predictions: { guess: { option: 'b', at: 2 } },
    });
    const there = record({
      questions: { zero: { option: 'yes', at: 1 } },
      predictions: { guess: { option: 'a', at: 1 } },
    });
    for (const both of [mergeProgress(here, there), mergeProgress(there, here)]) {
      expect(both.questions.zero).toEqual({ option: 'yes', at: 1 });
      expect(both.predictions.guess).toEqual({ option: 'a', at: 1 });
    }
  });

  it('leaves a prediction whose day is not known as it is here', () => {
    const here = record({ predictions: { guess: { option: 'b' } } });
    const there = record({ predictions: { guess: { option: 'a', at: 1 } } });
    expect(mergeProgress(here, there).predictions.guess).toEqual({ option: 'b' });
  });

  it('keeps the decision that took more goes, and what was decided first', () => {
    const once = record({ questions: { fee: { option: 'queue', at: 5 } } });
    const thrice = record({
      questions: { fee: { option: 'call', at: 4, goes: 3, first: { option: 'topic', at: 1 } } },
    });
    const both = { option: 'call', at: 4, goes: 3, first: { option: 'topic', at: 1 } };
    expect(mergeProgress(once, thrice).questions.fee).toEqual(both);
    expect(mergeProgress(thrice, once).questions.fee).toEqual(both);
  });

  it('does not know what was decided first where one place has forgotten it', () => {
    const known = record({ questions: { fee: { option: 'queue', at: 5 } } });
    const forgotten = record({ questions: { fee: { option: 'call', at: 4, goes: 2 } } });
    expect(mergeProgress(known, forgotten).questions.fee).toEqual({ option: 'call', at: 4, goes: 2 });
  });

  it('does not sum tries, and claims the fewer successes where nobody can know their order', () => {
    const here = record({ breakIts: { ids: { tries: 3 } } });
    const there = record({ breakIts: { ids: { tries: 1, broken: { schedule: 'calm', at: 2 } } } });
    expect(mergeProgress(here, there).breakIts.ids).toEqual({ tries: 3, broken: { schedule: 'calm', at: 2 } });
  });

  it('is the same after a second time', () => {
    const here = record({
      exercises: {
        decouple: {
          checks: { one: { at: 5, helped: false }, two: { at: 9, helped: true } },
          solved: { at: 9, helped: true, checks: ['one', 'two'] },
          help: { hints: 1, solution: false, since: 7 },
          answers: { opens: 'stored' },
        },
      },
      breakIts: { ids: { tries: 2 } },
      questions: { fee: { option: 'queue', at: 5 } },
    });
    const there = record({
      exercises: {
        decouple: {
          checks: { one: { at: 6, helped: false }, three: { at: 4, helped: false } },
          solved: { at: 6, helped: false, checks: ['one', 'three'] },
          help: { hints: 3, solution: true, since: 5 },
          answers: { opens: 'asked', closes: 'mailed' },
        },
      },
      breakIts: { ids: { tries: 4, broken: { schedule: 'calm', at: 3 } } },
      questions: { fee: { option: 'call', at: 8, goes: 2, first: { option: 'topic', at: 2 } } },
    });
    const once = mergeProgress(here, there);
    expect(mergeProgress(once, there)).toEqual(once);
    expect(mergeProgress(once, here)).toEqual(once);
    expect(progressOf(once, 'decouple').checks).toEqual({
      one: { at: 5, helped: true },
      two: { at: 9, helped: true },
      three: { at: 4, helped: false },
    });
  });
});

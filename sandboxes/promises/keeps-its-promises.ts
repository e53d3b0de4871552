import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readExercise } from '../catalogue.ts';
import { demonstrationsHold } from './demonstrations-hold.ts';
import { everyCheckCatches } from './every-check-catches.ts';
import { nothingPassesNothing } from './nothing-passes-nothing.ts';
import { repeatsItself } from './repeats-itself.ts';
import { rightProgramsPass } from './right-programs-pass.ts';
import { settingsPlay } from './settings-play.ts';
import { starterIsUnsolved } from './starter-is-unsolved.ts';
import { wrongProgramsFail } from './wrong-programs-fail.ts';

/** The tests that every exercise passes. Each has a file for them, so that exercises are proven side by side. */
export async function keepsItsPromises(exercise: string): Promise<void> {
  const entry = await readExercise(resolve('sandboxes', exercise));
  const slow = { timeout: 900_000 };

  test('what a lesson shows of it is what happens', slow, async () => {
    expect(await demonstrationsHold(entry)).toEqual([]);
  });

  test.runIf(entry.exercise.settings)(
    'every setting that one may choose is one of its program, and plays',
    slow,
    async () => {
      expect(await settingsPlay(entry)).toEqual([]);
    },
  );

  describe.runIf(entry.exercise.checks.length > 0)('what is graded', () => {
    test('the starter is not solved', slow, async () => {
      expect(await starterIsUnsolved(entry)).toEqual([]);
    });

    test('the solution and what is built differently pass, under all pairs of faults', slow, async () => {
      expect(await rightProgramsPass(entry)).toEqual([]);
    });

    test('each wrong solution fails what it names, for the reason it names', slow, async () => {
      expect(await wrongProgramsFail(entry)).toEqual([]);
    });

    test('a program that does nothing passes nothing', slow, async () => {
      expect(await nothingPassesNothing(entry)).toEqual([]);
    });

    test('every check catches a wrong solution', () => {
      expect(everyCheckCatches(entry)).toEqual([]);
    });

    test('a hundred repetitions give the same verdicts and traces', slow, async () => {
      expect(await repeatsItself(entry)).toEqual([]);
    });
  });
}

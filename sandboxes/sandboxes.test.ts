import { describe, expect, test } from 'vitest';
import { exercises } from './catalogue.ts';
import { demonstrationsHold } from './promises/demonstrations-hold.ts';
import { everyCheckCatches } from './promises/every-check-catches.ts';
import { nothingPassesNothing } from './promises/nothing-passes-nothing.ts';
import { repeatsItself } from './promises/repeats-itself.ts';
import { rightProgramsPass } from './promises/right-programs-pass.ts';
import { starterIsUnsolved } from './promises/starter-is-unsolved.ts';
import { wrongProgramsFail } from './promises/wrong-programs-fail.ts';

const catalogue = await exercises();

test('there are exercises', () => {
  expect(catalogue.map(({ exercise }) => exercise.id)).toContain('decouple-confirmation');
});

const atMostMs = 120_000;
const named = (entries: typeof catalogue) => entries.map((entry) => [entry.exercise.id, entry] as const);

describe.each(named(catalogue))('%s', (_, entry) => {
  test('what a lesson shows of it is what happens', { timeout: atMostMs }, async () => {
    expect(await demonstrationsHold(entry)).toEqual([]);
  });
});

describe.each(named(catalogue.filter(({ exercise }) => exercise.checks.length > 0)))('%s, graded,', (_, entry) => {
  test('the starter is not solved', { timeout: atMostMs }, async () => {
    expect(await starterIsUnsolved(entry)).toEqual([]);
  });

  test('the solution and what is built differently pass, under all pairs of faults', {
    timeout: atMostMs,
  }, async () => {
    expect(await rightProgramsPass(entry)).toEqual([]);
  });

  test('each wrong solution fails what it names, for the reason it names', { timeout: atMostMs }, async () => {
    expect(await wrongProgramsFail(entry)).toEqual([]);
  });

  test('a program that does nothing passes nothing', { timeout: atMostMs }, async () => {
    expect(await nothingPassesNothing(entry)).toEqual([]);
  });

  test('every check catches a wrong solution', () => {
    expect(everyCheckCatches(entry)).toEqual([]);
  });

  test('a hundred repetitions give the same verdicts and traces', { timeout: atMostMs }, async () => {
    expect(await repeatsItself(entry)).toEqual([]);
  });
});

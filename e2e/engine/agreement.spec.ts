import { expect } from '@playwright/test';
import { digestOf, type Fault, type Played, play, playBatch, type Schedule } from 'lab/authoring';
import { compile } from 'lab/compile';
import { readExercise } from '../../sandboxes/catalogue.ts';
import exercise from '../../sandboxes/decouple-confirmation/exercise.ts';
import type { Told } from '../../src/engines/engine.ts';
import { grade, type Load } from '../../src/engines/grader/grade.ts';
import type { SourceFile } from '../../src/exercise/exercise-data.ts';
import { test } from './engine-page.ts';
import { exerciseFolder, filesOf } from './learner-files.ts';
import type { Handed } from './page/page.ts';

declare const digest: Handed['digest'];

const load: Load = async (files) => ({ kind: 'program', program: programOf(files) });
const programOf = (files: readonly SourceFile[]) => compile(new Map(files.map(({ path, text }) => [path, text])));

async function gradedInNode(files: readonly SourceFile[]): Promise<readonly Told[]> {
  const told: Told[] = [];
  const asked = {
    exercise: exercise.id,
    files,
    job: { kind: 'check', depth: 'check' },
    pace: { kind: 'fast' },
  } as const;
  await grade(asked, new Map([[exercise.id, { exercise }]]), load, { tell: (one) => told.push(one), doing: () => {} });
  return told;
}

const resultsOf = (told: readonly Told[]) => told.flatMap((one) => (one.kind === 'result' ? [one] : []));

test.describe('Node and the browser', () => {
  test('give the same verdicts, with the same schedules and the same traces', async ({ engine }) => {
    test.setTimeout(180_000);
    const { starter, solution, alternatives, wrong } = await readExercise(exerciseFolder);
    const sample = [
      starter,
      solution,
      ...alternatives.map(({ files }) => files),
      ...wrong.filter((_, index) => index % 3 === 0).map(({ files }) => files),
    ];
    expect(sample.length).toBeGreaterThan(8);
    for (const files of sample) {
      const { told } = await engine.run(files, { kind: 'check', depth: 'check' });
      const there = resultsOf(told);
      expect(there.length).toBe(exercise.checks.length);
      expect(there).toEqual(JSON.parse(JSON.stringify(resultsOf(await gradedInNode(files)))));
    }
  });

  test('play the same schedules to the same digest, in batches of 1, 32 and 500', async ({ engine }) => {
    test.setTimeout(120_000);
    const files = filesOf('solution');
    const program = programOf(files);
    const schedules = fiveHundred(await play(program, exercise.run, []));
    const inNode = await digests(program, schedules);
    expect(new Set(inNode).size).toBe(1);
    const inBrowser = [];
    for (const batch of BATCHES)
      inBrowser.push(
        await engine.page.evaluate(([files, schedules, batch]) => digest(files, schedules, batch), [
          files,
          schedules,
          batch,
        ] as const),
      );
    expect(inBrowser).toEqual(inNode);
  });
});

const BATCHES = [1, 32, 500];

async function digests(program: ReturnType<typeof compile>, schedules: readonly Schedule[]): Promise<string[]> {
  const all = [];
  for (const batch of BATCHES) {
    const traces = [];
    for (let from = 0; from < schedules.length; from += batch) {
      const stories = await playBatch(program, exercise.run, schedules.slice(from, from + batch));
      traces.push(...stories.map(({ played }) => played.trace));
    }
    all.push(digestOf(traces));
  }
  return all;
}

/** Calm, single faults and pairs of them, at the points that the calm play reached. */
function fiveHundred({ reached }: Played): Schedule[] {
  const faults = [...reached].flatMap(([point, verb]): Fault[] =>
    verb === 'deliver'
      ? [
          { kind: 'duplicate', byMs: 0, point },
          { kind: 'delay', byMs: 300, point },
        ]
      : [
          { kind: 'crash', moment: 'before', point },
          { kind: 'crash', moment: 'after', point },
          { kind: 'fail', moment: 'after', point },
        ],
  );
  const pairs = faults.flatMap((one, index) => faults.slice(index + 1).map((other) => [one, other]));
  const all = [[], ...faults.map((fault) => [fault]), ...pairs];
  const every = Math.max(1, Math.floor(all.length / 500));
  return all.filter((_, index) => index % every === 0).slice(0, 500);
}

import { type Check, explore, type Progress, play, type Result } from 'lab/authoring';
import type { Place } from '#timeline/story.ts';
import type { Ending } from '../engine.ts';
import { cutTrace } from './cut-trace.ts';
import type { Grading } from './grade.ts';
import { firstThrow, stepTeller } from './play-story.ts';

/** Plays every schedule of the asked depth and tells each check's result as soon as it is known. */
export async function checkJob(grading: Grading, depth: 'check' | 'deep'): Promise<Ending> {
  const { exercise, program, pace } = grading;
  const checks = exercise.checks.filter(({ id }) => pace.kind === 'fast' || !pace.judged.includes(id));
  const broken: Broken[] = [];
  await explore(program, checks, {
    depth,
    mixes: exercise.mixes,
    onProgress: (progress) => tellProgress(grading, progress),
    onResult: (result) => {
      if (result.outcome === 'error') broken.push(result);
      else grading.tell({ kind: 'result', result: cut(result) });
    },
    ...(pace.kind === 'closely' ? { onStep: stepOf(grading) } : {}),
  });
  return tellBroken(grading, broken);
}

type Broken = Extract<Result, { readonly outcome: 'error' }>;

/** An error is told with its line, which takes one more play; it has to wait until nothing else is being played. */
async function tellBroken(grading: Grading, broken: readonly Broken[]): Promise<Ending> {
  const places = new Map<string, Place | undefined>();
  for (const result of broken) {
    const check = grading.exercise.checks.find(({ id }) => id === result.check)!;
    if (!places.has(result.because)) places.set(result.because, await placeOf(grading, check, result));
    const place = places.get(result.because);
    grading.tell({ kind: 'result', result: cut(result), ...(place ? { place } : {}) });
  }
  const [first] = broken;
  if (!first || broken.length < grading.exercise.checks.length) return { kind: 'done' };
  const place = places.get(first.because);
  return { kind: 'error', because: first.because, ...(place ? { place } : {}) };
}

async function placeOf({ program }: Grading, check: Check, { schedule }: Broken): Promise<Place | undefined> {
  return firstThrow(await play(program, check.scenario, schedule, { positions: true }))?.place;
}

function tellProgress({ tell }: Grading, { played, planned, coverage }: Progress): void {
  tell({ kind: 'progress', played, planned, covered: coverage });
}

/** Names the scenario's checks with every step: they are the ones that a program in an endless loop keeps from being judged. */
function stepOf(grading: Grading): (step: StepDoing) => void {
  const tellers = new Map<string, (step: StepDoing) => void>();
  return (step) => {
    const known =
      tellers.get(step.scenario) ??
      stepTeller(grading, { kind: 'playing', scenario: step.scenario, checks: checksOf(grading, step.scenario) });
    tellers.set(step.scenario, known);
    known(step);
  };
}

type StepDoing = Parameters<ReturnType<typeof stepTeller>>[0] & { readonly scenario: string };

function checksOf({ exercise }: Grading, scenario: string): readonly string[] {
  return exercise.checks.filter((check) => check.scenario.id === scenario).map(({ id }) => id);
}

function cut(result: Result): Result {
  if (result.outcome === 'passed') return result;
  if (result.outcome === 'error') return { ...result, trace: cutTrace(result.trace, []).trace };
  const { trace, seqOf } = cutTrace(result.trace, result.evidence);
  return { ...result, trace, evidence: result.evidence.flatMap((seq) => seqOf(seq) ?? []) };
}

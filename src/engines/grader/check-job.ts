import { type Check, type Cue, explore, type Progress, play, type Result, scheduleId } from 'lab/authoring';
import type { Place } from '#timeline/story.ts';
import type { Ending } from '../engine.ts';
import { cutTrace } from './cut-trace.ts';
import type { Grading } from './grade.ts';
import { firstThrow } from './play-story.ts';

/** Plays every schedule of the asked depth and tells each check's result as soon as it is known. */
export async function checkJob(grading: Grading, depth: 'check' | 'deep'): Promise<Ending> {
  const { exercise, program } = grading;
  const broken = new Map<string, Broken>();
  const settled = new Set<string>();
  await explore(program, exercise.checks, {
    depth,
    mixes: exercise.mixes,
    onBatch: (cues) => tellBatch(grading, cues, settled),
    onProgress: (progress) => tellProgress(grading, progress),
    onResult: (result) => {
      if (result.outcome !== 'passed') settled.add(result.check);
      if (result.outcome === 'error') broken.set(result.check, result);
      grading.tell({ kind: 'result', result: cut(result) });
    },
  });
  return tellPlaces(grading, [...broken.values()]);
}

type Broken = Extract<Result, { readonly outcome: 'error' }>;

/** An error's line takes one more play, so it is told again with its line once nothing else is being played. */
async function tellPlaces(grading: Grading, broken: readonly Broken[]): Promise<Ending> {
  const places = new Map<string, Place | undefined>();
  for (const result of broken) {
    const check = grading.exercise.checks.find(({ id }) => id === result.check)!;
    if (!places.has(result.because)) places.set(result.because, await placeOf(grading, check, result));
    const place = places.get(result.because);
    if (place) grading.tell({ kind: 'result', result: cut(result), place });
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

/** Names the checks that these plays are for and that are not settled: a program that hangs keeps them from being judged. */
function tellBatch({ doing, exercise }: Grading, cues: readonly Cue[], settled: ReadonlySet<string>): void {
  const scenarios = new Set(cues.map(({ scenario }) => scenario));
  const checks = exercise.checks.filter(({ id, scenario }) => scenarios.has(scenario) && !settled.has(id));
  doing({
    kind: 'playing',
    batch: cues.map(({ scenario, schedule }) => ({ scenario: scenario.id, schedule: scheduleId(schedule) })),
    checks: checks.map(({ id }) => id),
  });
}

function cut(result: Result): Result {
  if (result.outcome === 'passed') return result;
  if (result.outcome === 'error') return { ...result, trace: cutTrace(result.trace, []).trace };
  const { trace, seqOf } = cutTrace(result.trace, result.evidence);
  return { ...result, trace, evidence: result.evidence.flatMap((seq) => seqOf(seq) ?? []) };
}

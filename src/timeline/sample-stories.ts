import { type Exercise, parseScheduleId, play, type Scenario } from 'lab/authoring';
import { compile } from 'lab/compile';
import { exercises } from '#sandboxes/catalogue.ts';
import { playStory, type SourceText } from './play-story.ts';
import type { Story } from './story.ts';

/** Real plays for this folder's tests. */
export interface Sample {
  readonly name: string;
  readonly exercise: Exercise;
  readonly files: readonly SourceText[];
  /** The checks whose stories are worth drawing: of a wrong solution, those that refuse it. */
  readonly told: readonly string[];
}

/** The starter, the solution, the alternatives and every wrong solution of every exercise. */
export async function samplePrograms(): Promise<readonly Sample[]> {
  const samples: Sample[] = [];
  for (const { exercise, starter, solution, alternatives, wrong } of await exercises()) {
    if (exercise.checks.length === 0) continue;
    const told = exercise.checks.map(({ id }) => id);
    samples.push({ name: 'starter', exercise, files: starter, told });
    samples.push({ name: 'solution', exercise, files: solution, told });
    for (const { slug, files } of alternatives) samples.push({ name: slug, exercise, files, told });
    for (const { slug, files, fails } of wrong)
      samples.push({ name: slug, exercise, files, told: fails.map(({ check }) => check) });
  }
  return samples;
}

export async function sample(name: string): Promise<Sample> {
  const found = (await samplePrograms()).find((program) => program.name === name);
  if (!found) throw new Error(`There is no program called ${name} in sandboxes/.`);
  return found;
}

/** One check of a program under one schedule; without a check, the exercise's own run. */
export async function storyOf({ exercise, files }: Sample, check?: string, schedule = 'calm'): Promise<Story> {
  return playStory(exercise, files, check === undefined ? { schedule } : { check, schedule });
}

/** A program of a test's own, played in a scenario of its own. */
export async function storyOfModules(
  modules: Readonly<Record<string, string>>,
  scenario: Scenario,
  schedule = 'calm',
): Promise<Story> {
  const played = await play(compile(new Map(Object.entries(modules))), scenario, parseScheduleId(schedule) ?? []);
  return {
    exercise: 'sample',
    scenario: scenario.id,
    schedule,
    trace: played.trace,
    evidence: [],
    windows: [],
    reached: [...played.reached],
    unreached: played.unreached,
    places: [],
    ended: played.ended,
  };
}

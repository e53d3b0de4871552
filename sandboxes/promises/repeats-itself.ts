import { type Check, type Program, parseScheduleId, play, type Schedule, scheduleId } from 'lab/authoring';
import { compile } from 'lab/compile';
import type { CatalogueEntry } from '../catalogue.ts';
import type { SourceFile } from '../source-files.ts';
import { grade } from './grade.ts';

const REPETITIONS = 100;

/**
 * A hundred plays of one schedule give one trace and one verdict, byte for byte; and grading gives the same results
 * however many plays advance side by side.
 */
export async function repeatsItself(entry: CatalogueEntry): Promise<readonly string[]> {
  const programs = [entry.starter, entry.solution, ...entry.wrong.slice(0, 1).map(({ files }) => files)];
  const complaints: string[] = [];
  for (const files of programs) {
    complaints.push(...(await playsDiffer(entry, files)), ...(await gradesDiffer(entry, files)));
  }
  return complaints;
}

async function playsDiffer({ exercise }: CatalogueEntry, files: readonly SourceFile[]): Promise<readonly string[]> {
  const program = compile(new Map(files.map(({ path, text }) => [path, text])));
  const complaints: string[] = [];
  for (const check of exercise.checks) {
    for (const schedule of await someSchedules(program, check)) {
      const seen = new Set<string>();
      for (let repetition = 0; repetition < REPETITIONS; repetition++) {
        const { trace } = await play(program, check.scenario, schedule);
        seen.add(JSON.stringify([trace, check.verdict(trace)]));
      }
      if (seen.size > 1)
        complaints.push(`${check.id} under ${scheduleId(schedule)} gave ${seen.size} different plays.`);
    }
  }
  return complaints;
}

/** The calm schedule, and a crash at the last point that the calm play reached. */
async function someSchedules(program: Program, { scenario }: Check): Promise<readonly Schedule[]> {
  const { reached } = await play(program, scenario, []);
  const last = [...reached].findLast(([, verb]) => verb !== 'deliver');
  const crash = last && parseScheduleId(`crash-after@${last[0]}`);
  return crash ? [[], crash] : [[]];
}

async function gradesDiffer({ exercise }: CatalogueEntry, files: readonly SourceFile[]): Promise<readonly string[]> {
  const seen = new Set<string>();
  for (const batch of [1, 32, 500]) seen.add(JSON.stringify(await grade(exercise, files, { batch })));
  return seen.size === 1 ? [] : ['Grading changes with the number of plays side by side.'];
}

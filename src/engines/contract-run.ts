import type { SourceFile } from '#exercise/exercise-data.ts';
import type { Ending, Job, SandboxEngine, Told } from './engine.ts';
import type { Material } from './engine-contract.ts';

export interface Heard {
  readonly ending: Ending;
  readonly told: readonly Told[];
}

type Running = Promise<Heard> & { readonly told: readonly Told[]; onTold: () => void };

export function run(engine: SandboxEngine, { exercise }: Material, files: readonly SourceFile[], job: Job): Running {
  const told: Told[] = [];
  const ended = engine.run(exercise, files, job, (one) => {
    told.push(one);
    running.onTold();
  });
  const running: Running = Object.assign(
    ended.then((ending) => ({ ending, told })),
    { told, onTold: () => {} },
  );
  return running;
}

export function firstProgress(running: Running): Promise<void> {
  return new Promise((resolve) => {
    running.onTold = resolve;
    void running.then(() => resolve());
  });
}

export function replaced(files: readonly SourceFile[], path: string, text: string): SourceFile[] {
  return files.map((file) => (file.path === path ? { path, text } : file));
}

export const storiesOf = (told: readonly Told[]) => told.flatMap((one) => (one.kind === 'story' ? [one.story] : []));
export const resultsOf = (told: readonly Told[]) => told.flatMap((one) => (one.kind === 'result' ? [one.result] : []));

export function placeOf(ending: Ending): unknown {
  const place = ending.kind === 'did not compile' ? ending.problems[0] : 'place' in ending ? ending.place : undefined;
  return place && [place.path, place.line, place.column];
}

export function same(actual: unknown, expected: unknown): void {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) throw new Error(`Expected ${b?.slice(0, 500)}, and it is ${a?.slice(0, 500)}.`);
}

export function holds(truth: boolean, promise: string): void {
  if (!truth) throw new Error(`It does not hold that ${promise}.`);
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Asked } from '#engines/grader/grade.ts';
import { type CatalogueEntry, exercises } from '#sandboxes/catalogue.ts';
import type { SourceFile } from '#sandboxes/source-files.ts';
import { withoutHeader } from '#sandboxes/wrong-solution.ts';
import { embeddedThread, type GraderThread, type Heard, nodeThread } from './engine-threads.ts';

let folder: string;
let embedded: GraderThread;
let node: GraderThread;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'agreement-'));
  [embedded, node] = [await embeddedThread(resolve('.')), await nodeThread(resolve('.'), folder)];
}, 120_000);

afterAll(async () => {
  embedded.end();
  node.end();
  await rm(folder, { recursive: true });
});

/** Everything but the moments of progress, which depend on the machine. */
const tellings = ({ told, ending }: Heard) => ({ ending, told: told.filter(({ kind }) => kind !== 'progress') });

async function agree(asked: Asked): Promise<void> {
  const [there, here] = await Promise.all([embedded.grade(asked), node.grade(asked)]);
  expect(tellings(here)).toEqual(tellings(there));
  expect(tellings(there).told.length).toBeGreaterThan(0);
}

describe.each((await exercises()).map((entry) => [entry.exercise.id, entry] as const))('of %s', (id, entry) => {
  test.each(programsOf(entry))('both engines’ graders give the same verdicts and traces for %s', async (_, files) => {
    const pace = { kind: 'fast' } as const;
    const isGraded = entry.exercise.checks.length > 0;
    await agree({ exercise: id, files, job: isGraded ? { kind: 'check', depth: 'check' } : { kind: 'run' }, pace });
  });

  test('both play the exercise’s run to the same story, with the same places in the code', async () => {
    await agree({ exercise: id, files: entry.solution, job: { kind: 'run' }, pace: { kind: 'fast' } });
  });
});

function programsOf(entry: CatalogueEntry): readonly (readonly [string, readonly SourceFile[]])[] {
  return [
    ['the starter', entry.starter],
    ['the solution', entry.solution],
    ...entry.alternatives.map(({ slug, files }) => [`alternative/${slug}`, files] as const),
    ...entry.wrong.map(({ slug, files }) => [`wrong/${slug}`, bare(files)] as const),
  ];
}

const bare = (files: readonly SourceFile[]) => files.map(({ path, text }) => ({ path, text: withoutHeader(text) }));

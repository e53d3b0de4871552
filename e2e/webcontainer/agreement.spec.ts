import { expect } from '@playwright/test';
import { exercises } from '../../sandboxes/catalogue.ts';
import { withoutHeader } from '../../sandboxes/wrong-solution.ts';
import type { SandboxEngine, Told } from '../../src/engines/engine.ts';
import type { SourceFile } from '../../src/exercise/exercise-data.ts';
import { test } from './container-page.ts';
import type { Handed } from './page/page.ts';

declare const createEmbeddedEngine: Handed['createEmbeddedEngine'];
declare const createContainerEngine: Handed['createContainerEngine'];
declare const machine: Handed['machine'];

const SAMPLE = ['decouple-confirmation', 'queue-or-log', 'read-your-write'];

for (const id of SAMPLE) {
  test(`both engines give the same verdicts and traces in one page: ${id}`, async ({ shared }) => {
    const entry = (await exercises()).find(({ exercise }) => exercise.id === id)!;
    const [wrong] = entry.wrong;
    const bare = wrong!.files.map(({ path, text }) => ({ path, text: withoutHeader(text) }));
    for (const files of [entry.starter, entry.solution, bare]) {
      const [embedded, container] = await shared.page.evaluate(gradeInBoth, [id, files] as const);
      expect(container).toEqual(embedded);
      expect(embedded!.told.length).toBe(entry.exercise.checks.length);
    }
  });
}

/** Runs in the page. */
async function gradeInBoth([id, files]: readonly [string, readonly SourceFile[]]) {
  const grade = async (engine: SandboxEngine) => {
    const told: Told[] = [];
    const ending = await engine.run(id, files, { kind: 'check', depth: 'check' }, (one) => {
      if (one.kind === 'result') told.push(one);
    });
    engine.dispose();
    return { ending, told };
  };
  return [await grade(createEmbeddedEngine()), await grade(createContainerEngine(machine))];
}

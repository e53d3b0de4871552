import { expect } from '@playwright/test';
import exercise from '../../sandboxes/decouple-confirmation/exercise.ts';
import { engineContract, type Material } from '../../src/engines/engine-contract.ts';
import { test } from './engine-page.ts';
import { filesOf } from './learner-files.ts';
import type { Handed } from './page/page.ts';

declare const prove: Handed['prove'];

const material: Material = {
  exercise: exercise.id,
  checks: exercise.checks.map(({ id }) => id),
  starter: filesOf('starter'),
  solution: filesOf('solution'),
};

test.describe('the embedded engine', () => {
  for (const { name } of engineContract) {
    test(name, async ({ engine }) => {
      expect(
        await engine.page.evaluate(([name, material]) => prove(name, material), [name, material] as const),
      ).toBeUndefined();
    });
  }
});

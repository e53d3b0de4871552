import { expect } from '@playwright/test';
import exercise from '../../sandboxes/decouple-confirmation/exercise.ts';
import { engineContract, type Material } from '../../src/engines/engine-contract.ts';
import { filesOf } from '../engine/learner-files.ts';
import { test } from './container-page.ts';
import type { Handed } from './page/page.ts';

declare const prove: Handed['prove'];

const material: Material = {
  exercise: exercise.id,
  checks: exercise.checks.map(({ id }) => id),
  starter: filesOf('starter'),
  solution: filesOf('solution'),
};

test.describe('the WebContainer engine, against a double of the protocol on this machine’s Node', () => {
  for (const { name } of engineContract) {
    test(name, async ({ shared }) => {
      expect(
        await shared.page.evaluate(([name, material]) => prove(name, material), [name, material] as const),
      ).toBeUndefined();
    });
  }
});

import { expect } from '@playwright/test';
import { filesOf } from '../engine/learner-files.ts';
import { test } from './container-page.ts';
import { CHECK, DEEP, engineOn, expectGrades, failed, run, tryEngine, unavailable } from './trial.ts';

test.describe('two sandboxes of one page', () => {
  test('share one machine, and neither disturbs the other', async ({ fresh: { page, host } }) => {
    const { machine, engine: first } = await tryEngine(page);
    const second = await engineOn(machine);
    const [solved, unsolved] = await Promise.all([run(first, CHECK), run(second, CHECK, filesOf('starter'))]);
    expect([solved.ending.kind, unsolved.ending.kind]).toEqual(['done', 'done']);
    expect(solved.passed).not.toEqual(unsolved.passed);

    const long = run(first, DEEP);
    await expect.poll(() => host.running()).toBe(1);
    await expectGrades(second);
    await second.evaluate((engine) => engine.stop());
    await second.evaluate((engine) => engine.dispose());
    expect(await first.evaluate((engine) => engine.state.get())).toEqual({ kind: 'busy', job: 'check' });
    await first.evaluate((engine) => engine.stop());
    expect((await long).ending).toEqual({ kind: 'stopped' });
    await expectGrades(first);
    expect(host.calls.filter((call) => call === 'build')).toHaveLength(1);
    await expect(page.locator('iframe[src^="https://stackblitz.com"]')).toHaveCount(1);
  });

  test('lose it together', async ({ fresh: { page, host } }) => {
    const { machine, engine: first } = await tryEngine(page);
    const second = await engineOn(machine);
    await expectGrades(second);
    const long = run(first, DEEP);
    await expect.poll(() => host.running()).toBe(1);
    await page.locator('iframe[src^="https://stackblitz.com"]').evaluate((frame) => frame.remove());
    expect((await long).ending).toEqual(failed('crashed'));
    expect(await second.evaluate((engine) => engine.state.get())).toEqual(unavailable('crashed'));
  });
});

import { expect, type Page } from '@playwright/test';
import { test } from './container-page.ts';
import { boot, DEEP, engineOn, expectGivenUp, expectGrades, failed, run, tryEngine, unavailable } from './trial.ts';

const SOON_MS = 1_000;

test.describe('real Node that goes away', () => {
  test('in the middle of a run ends the run at once, because its frame was removed', async ({ fresh }) => {
    const { page, host } = fresh;
    const trial = await tryEngine(page);
    await boot(trial.engine);
    const outcome = run(trial.engine, DEEP);
    await expect.poll(() => host.running()).toBe(1);
    await removeFrame(page);
    const { ending, state } = await outcome;
    expect([ending, state]).toEqual([failed('crashed'), unavailable('crashed')]);
    await expectGivenUp(trial, page, 'crashed', SOON_MS);
  });

  test('while nothing runs is noticed before the next run', async ({ fresh: { page } }) => {
    const trial = await tryEngine(page);
    await expectGrades(trial.engine);
    await removeFrame(page);
    expect(await trial.engine.evaluate((engine) => engine.state.get())).toEqual(unavailable('crashed'));
    await expectGivenUp(trial, page, 'crashed', SOON_MS);
  });

  test('without a word in the middle of a run is given up in time', async ({ fresh: { page, host, faults } }) => {
    const trial = await tryEngine(page, { file: 2_000 });
    const outcome = run(trial.engine, DEEP);
    await expect.poll(() => host.running()).toBe(1);
    faults.isSilent = true;
    const { ending, state } = await outcome;
    expect([ending, state]).toEqual([failed('crashed'), unavailable('crashed')]);
    faults.isSilent = false;
    // It may answer again, but nobody knows what was lost.
    await expectGivenUp(trial, page, 'crashed', SOON_MS);
  });

  test('without a word while it boots is given up in time', async ({ fresh: { page, faults } }) => {
    faults.isSilent = true;
    await expectGivenUp(await tryEngine(page, { boot: 2_000 }), page, 'boot timed out', 2_000 + SOON_MS);
  });

  test('while it boots is given up in time, because its frame was removed', async ({ fresh: { page, faults } }) => {
    faults.build = 'hangs';
    const { engine } = await tryEngine(page, { boot: 3_000 });
    const state = boot(engine);
    await page.locator(FRAME).waitFor({ state: 'attached' });
    await removeFrame(page);
    expect(await state).toEqual(unavailable('boot timed out'));
    expect(await boot(engine)).toEqual(unavailable('crashed'));
  });

  test('is never of our doing: nobody tears it down, so a teardown that throws spoils nothing', async ({ fresh }) => {
    const { page, host, faults } = fresh;
    faults.teardownThrows = true;
    const { machine, engine } = await tryEngine(page);
    await expectGrades(engine);
    const outcome = run(engine, DEEP);
    await expect.poll(() => host.running()).toBe(1);
    await engine.evaluate((engine) => engine.dispose());
    expect((await outcome).ending).toEqual({ kind: 'stopped' });
    await expectGrades(await engineOn(machine));
    faults.diskIsFull = true;
    expect((await run(engine)).ending.kind).toBe('engine failed');
    faults.diskIsFull = false;
    await removeFrame(page);
    expect(await boot(await engineOn(machine))).toEqual(unavailable('crashed'));
    expect(host.calls).not.toContain('teardown');
  });
});

const FRAME = 'iframe[src^="https://stackblitz.com"]';

async function removeFrame(page: Page) {
  await page.locator(FRAME).evaluate((frame) => frame.remove());
}

import { expect, type Page } from '@playwright/test';
import { test } from './container-page.ts';
import {
  allChecks,
  CHECK,
  DEEP,
  expectBuiltInGrades,
  expectGivenUp,
  expectGrades,
  failed,
  run,
  tryEngine,
  unavailable,
} from './trial.ts';

/** From the first answer on, which is a beat, the process does nothing more. */
const AFTER_A_BEAT = `const fs = process.getBuiltinModule('node:fs');
  const { rename } = fs.promises;
  fs.promises.rename = async (...paths) => { await rename(...paths); for (;;) {} };
  process.getBuiltinModule('node:module').syncBuiltinESMExports();`;

/** What the job's process does before its own work; threads would do it, too. */
const inProcess = (script: string) =>
  `import { isMainThread } from 'node:worker_threads'; if (isMainThread) { ${script} }`;

test.describe('a process of real Node', () => {
  test('that never ends after it has told its ending is killed', async ({ fresh: { page, host, faults } }) => {
    faults.preload = inProcess('setInterval(() => {}, 1000);');
    const { engine } = await tryEngine(page);
    await expectGrades(engine);
    await expect.poll(() => host.running()).toBe(0);
    await expectGrades(engine);
  });

  test('that cannot be killed keeps its verdict, and makes real Node useless until a reload', async ({ fresh }) => {
    const { page, faults, host } = fresh;
    faults.preload = inProcess('setInterval(() => {}, 1000);');
    faults.cannotBeKilled = true;
    const trial = await tryEngine(page, { kill: 500 });
    expect(await run(trial.engine, CHECK)).toMatchObject({ ending: { kind: 'done' }, passed: allChecks });
    await expectWedged(trial);
    expect(host.running()).toBe(1);
    await expectLostForGood(trial, page);
  });

  test('that cannot be killed does not hold up a stop', async ({ fresh: { page, faults, host } }) => {
    faults.cannotBeKilled = true;
    const trial = await tryEngine(page, { kill: 500 });
    const outcome = run(trial.engine, DEEP);
    await expect.poll(() => host.running()).toBe(1);
    await trial.engine.evaluate((engine) => engine.stop());
    expect((await outcome).ending).toEqual({ kind: 'stopped' });
    await expectWedged(trial);
    await expectLostForGood(trial, page);
  });

  test('that never begins blames no code, and the next one grades', async ({ fresh: { page, faults, host } }) => {
    faults.preload = inProcess('for (;;) {}');
    const { machine, engine } = await tryEngine(page, { silence: 1_000 });
    expect(await run(engine)).toMatchObject({ ending: failed('not begun'), state: unavailable('not begun') });
    // The page's jobs go to the built-in runner now.
    expect(await machine.evaluate((machine) => machine.state.get())).toMatchObject({ reason: 'not begun' });
    expect(host.running()).toBe(0);
    await expectBuiltInGrades(page);
    delete faults.preload;
    // In the same container, with the patience that a busy machine needs.
    await expectGrades((await tryEngine(page)).engine);
    expect(host.calls.filter((call) => call === 'build')).toHaveLength(1);
  });

  test('that falls silent after it has begun is ended in time, and the next one grades', async ({ fresh }) => {
    const { page, faults, host } = fresh;
    faults.preload = inProcess(AFTER_A_BEAT);
    const { machine, engine } = await tryEngine(page, { silence: 1_000 });
    const { ending, state, tookMs } = await run(engine);
    expect([ending, state]).toEqual([
      { kind: 'timed out', afterMs: 1_000, because: expect.stringContaining('gave no sign of life') },
      { kind: 'ready' },
    ]);
    expect(tookMs).toBeLessThan(60_000);
    expect(await machine.evaluate((machine) => machine.state.get())).toEqual({ kind: 'ready' });
    expect(host.running()).toBe(0);
    delete faults.preload;
    // In the same container, with the patience that a busy machine needs.
    await expectGrades((await tryEngine(page)).engine);
    expect(host.calls.filter((call) => call === 'build')).toHaveLength(1);
  });

  test('that gives no sign of life and cannot be killed makes real Node useless until a reload', async ({ fresh }) => {
    const { page, faults } = fresh;
    faults.preload = inProcess('for (;;) {}');
    faults.cannotBeKilled = true;
    const trial = await tryEngine(page, { silence: 1_000, kill: 500 });
    expect(await run(trial.engine)).toMatchObject({ ending: failed('wedged'), state: unavailable('wedged') });
    await expectLostForGood(trial, page);
  });

  test('that ends without a verdict has none, and the next one has', async ({ fresh: { page, faults } }) => {
    faults.preload = inProcess('process.exit(7);');
    const { engine } = await tryEngine(page);
    expect(await run(engine, CHECK)).toMatchObject({
      ending: { kind: 'engine failed', because: expect.stringMatching(/exit code 7.*use the built-in runner\.$/) },
      passed: [],
      state: { kind: 'ready' },
    });
    delete faults.preload;
    await expectGrades(engine);
    await expectBuiltInGrades(page);
  });

  test('that prints without end fills no memory of the page', async ({ fresh: { page, faults, host } }) => {
    const { engine } = await tryEngine(page);
    await expectGrades(engine);
    const before = await heapMb(page);
    faults.preload = inProcess("setInterval(() => process.stdout.write('x'.repeat(65536)), 20);");
    const printedMb = () => (host.calls.filter((call) => call === 'output').length * 65_536) / 1_000_000;
    while (printedMb() < 6) await expectGrades(engine);
    expect((await heapMb(page)) - before).toBeLessThan(2);
  });
});

async function expectWedged({ machine }: Awaited<ReturnType<typeof tryEngine>>) {
  const state = { kind: 'unavailable', reason: 'wedged' };
  await expect.poll(() => machine.evaluate((machine) => machine.state.get())).toEqual(state);
}

/** Nothing that was asked before helps, and nothing hangs. */
function expectLostForGood(trial: Awaited<ReturnType<typeof tryEngine>>, page: Page) {
  return expectGivenUp(trial, page, 'wedged', 1_000);
}

/** What the page keeps after a collection of garbage. */
async function heapMb(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 1_000_000;
}

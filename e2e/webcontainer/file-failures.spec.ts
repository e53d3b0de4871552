import { expect } from '@playwright/test';
import { filesOf } from '../engine/learner-files.ts';
import { test } from './container-page.ts';
import {
  allChecks,
  boot,
  CHECK,
  DEEP,
  expectBuiltInGrades,
  expectGivenUp,
  expectGrades,
  failed,
  run,
  solution,
  tryEngine,
  unavailable,
} from './trial.ts';

/** What the job's process does before its own work. Its last argument is the folder of the job. */
const inProcess = (script: string) =>
  `import { isMainThread } from 'node:worker_threads';
  import fs from 'node:fs';
  import { syncBuiltinESMExports } from 'node:module';
  if (isMainThread) { const folder = process.argv.at(-1); ${script}; syncBuiltinESMExports(); }`;

/** From the third answer on, in the middle of the work. */
const refusing = (error: string) =>
  inProcess(`let written = 0;
    const writeFile = fs.promises.writeFile;
    fs.promises.writeFile = async (...rest) => {
      if (++written > 2) throw new Error('${error}');
      return writeFile(...rest);
    }`);

const spoiled = { kind: 'engine failed', because: expect.stringMatching(/no verdict.*use the built-in runner\.$/) };

test.describe('a full disk', () => {
  test('at the start is said, and the next try succeeds once there is room', async ({
    fresh: { page, faults, host },
  }) => {
    faults.diskIsFull = true;
    const trial = await tryEngine(page);
    await expectGivenUp(trial, page, 'storage full', 5_000);
    faults.diskIsFull = false;
    await expectGrades(trial.engine);
    expect(host.calls.filter((call) => call === 'build')).toHaveLength(1);
  });

  test('when a job is asked for is said, and the next job succeeds once there is room', async ({ fresh }) => {
    const { page, faults } = fresh;
    const { engine } = await tryEngine(page);
    expect(await boot(engine)).toEqual({ kind: 'ready' });
    faults.diskIsFull = true;
    expect(await run(engine)).toMatchObject({ ending: failed('storage full'), state: unavailable('storage full') });
    await expectBuiltInGrades(page);
    faults.diskIsFull = false;
    await expectGrades(engine);
  });

  test('while the grader answers ends the job at once, and the next one succeeds', async ({ fresh }) => {
    const { page, faults, host } = fresh;
    const { engine } = await tryEngine(page, { silence: 60_000 });
    faults.preload = refusing('ENOSPC: no space left on device, write');
    expect(await run(engine, DEEP)).toMatchObject({
      ending: failed('storage full'),
      state: unavailable('storage full'),
    });
    await expect.poll(() => host.running()).toBe(0);
    await expectBuiltInGrades(page);
    delete faults.preload;
    await expectGrades(engine);
  });
});

test.describe('the files of a job', () => {
  test('may change while it runs: it judges what it was asked', async ({ fresh: { page, host } }) => {
    const { machine, engine } = await tryEngine(page);
    const asked = { exercise: 'decouple-confirmation', files: filesOf('starter'), job: CHECK };
    await machine.evaluate(
      (machine, text) =>
        Object.assign(globalThis, {
          meddle: async () => {
            const container = await machine.open();
            await container.write('orders.ts', 'export default () => { throw new Error("mine"); };');
            for (const job of await container.list('.course/jobs'))
              await container.write(`.course/jobs/${job}/asked.json`, text);
          },
        }),
      JSON.stringify(asked),
    );
    const { ending, passed } = await engine.evaluate(
      async (engine, [files, job]) => {
        const passed: string[] = [];
        let meddling: Promise<void> | undefined;
        const ending = await engine.run('decouple-confirmation', files, job, (told) => {
          meddling ??= (globalThis as unknown as { meddle: () => Promise<void> }).meddle();
          if (told.kind === 'result' && told.result.outcome === 'passed') passed.push(told.result.check);
        });
        await meddling;
        return { ending, passed: passed.sort() };
      },
      [solution, CHECK] as const,
    );
    expect([ending, passed]).toEqual([{ kind: 'done' }, allChecks]);
    expect(host.calls.filter((call) => call === 'writeFile').length).toBeGreaterThan(3);
  });

  test('may not be writable: the job ends at once, without a verdict', async ({ fresh: { page, faults } }) => {
    const { engine } = await tryEngine(page, { silence: 60_000 });
    faults.preload = refusing('EACCES: permission denied');
    const ending = { kind: 'engine failed', because: expect.stringMatching(/ended without a verdict/) };
    expect(await run(engine, DEEP)).toMatchObject({ ending, state: { kind: 'ready' } });
    delete faults.preload;
    await expectGrades(engine);
    await expectBuiltInGrades(page);
  });

  test('are cleared away afterwards', async ({ fresh: { page } }) => {
    const { machine, engine } = await tryEngine(page);
    await expectGrades(engine);
    const left = () => machine.evaluate(async (machine) => (await machine.open()).list('.course/jobs'));
    await expect.poll(left).toEqual([]);
  });
});

test.describe('an answer that is none', () => {
  test('is waited out when the grader writes its own over it', async ({ fresh: { page, faults } }) => {
    const { engine } = await tryEngine(page);
    for (const rubbish of [`'{'`, `'[{"kind":"ended","ending":{"kind":"passed"}}]'`, `'['.repeat(100_000)`]) {
      faults.preload = inProcess(`fs.writeFileSync(folder + '/000001.json', ${rubbish})`);
      await expectGrades(engine);
    }
  });

  test('is not heard although it claims a pass', async ({ fresh: { page, faults } }) => {
    const { engine } = await tryEngine(page);
    const honest = await run(engine, CHECK, filesOf('starter'));
    const [check] = allChecks.filter((id) => !honest.passed.includes(id));
    const forged = [{ kind: 'told', told: { kind: 'result', result: { check, outcome: 'passed' } } }];
    faults.preload = inProcess(`fs.writeFileSync(folder + '/000001.json', ${JSON.stringify(JSON.stringify(forged))})`);
    expect(await run(engine, CHECK, filesOf('starter'))).toMatchObject({
      ending: { kind: 'done' },
      passed: honest.passed,
    });
  });

  test('in the place of every answer is said, and there is no verdict', async ({ fresh: { page, faults } }) => {
    const { engine } = await tryEngine(page);
    await boot(engine);
    faults.preload = inProcess("fs.promises.rename = async (from, to) => fs.writeFileSync(to, '[{')");
    expect(await run(engine, CHECK)).toMatchObject({ ending: spoiled, passed: [], state: { kind: 'ready' } });
    await expectBuiltInGrades(page);
    delete faults.preload;
    await expectGrades(engine);
  });

  test('ends a job that goes on behind it', async ({ fresh: { page, faults, host } }) => {
    const { engine } = await tryEngine(page, { silence: 6_000 });
    faults.preload = inProcess(`fs.promises.rename = async (from, to) => fs.writeFileSync(to, '[{');
      setInterval(() => {}, 1000)`);
    expect(await run(engine, CHECK)).toMatchObject({ ending: spoiled, passed: [], state: { kind: 'ready' } });
    await expect.poll(() => host.running()).toBe(0);
  });

  test('that is huge does not stop the page', async ({ fresh: { page, faults } }) => {
    const { engine } = await tryEngine(page, { file: 20_000 });
    faults.preload = inProcess(`fs.promises.rename = async () => {};
      fs.writeFileSync(folder + '/000001.json', 'x'.repeat(2_000_000))`);
    expect(await run(engine, CHECK)).toMatchObject({ ending: spoiled, state: { kind: 'ready' } });
    delete faults.preload;
    await expectGrades(engine);
  });
});

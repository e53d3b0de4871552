import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Job } from '#engines/engine.ts';
import { ASKED_FILE, type JobSaid, NO_ROOM_EXIT_CODE, parseJobSaid } from '#engines/job-files.ts';
import { doJob } from '#engines/node/do-job.ts';
import { threadWorkers } from '#engines/node/thread-workers.ts';
import { nodeGrader } from './sandbox-assets.ts';

let folder: string;
let grader: string;
const opened: ReturnType<typeof threadWorkers>[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'node-grader-'));
  grader = join(folder, 'grader.mjs');
  await writeFile(grader, await nodeGrader(fileURLToPath(new URL('../..', import.meta.url)), false));
}, 900_000);
afterEach(() => {
  for (const workers of opened.splice(0)) workers.dispose();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('a job comes out in numbered files, each of them whole, the ending last', async () => {
  const job = await asked({ kind: 'run' });
  await doJob(job, workersOf(grader), 20_000);
  const said = await saidIn(job);
  expect(said.filter(({ kind }) => kind !== 'beat').map(({ kind }) => kind)).toEqual(['told', 'ended']);
  expect(said.at(-1)).toEqual({ kind: 'ended', ending: { kind: 'done' } });
  expect((await readdir(job)).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('a question that is none is refused', async () => {
  const workers = workersOf(grader);
  for (const text of ['', '{', '{}', '{"exercise":"x","files":[],"job":{"kind":"grade"}}', '[]'])
    await expect(doJob(await folderWith(text), workers, 1_000)).rejects.toThrow();
  await expect(doJob(join(folder, 'missing'), workers, 1_000)).rejects.toThrow('ENOENT');
});

test('a grader that does not start says so as the ending of its job', async () => {
  for (const [script, words, readyMs] of [
    ['throw new Error("broken");', /did not start: broken/, 30_000],
    ['process.exit(3);', /did not start: it ended by itself/, 30_000],
    ['for (;;) {}', /did not start: it took more than 0\.3 s/, 300],
  ] as const) {
    const job = await asked({ kind: 'run' });
    await doJob(job, workersOf(await laidScript(script), readyMs), 1_000);
    expect((await saidIn(job)).at(-1)).toEqual({
      kind: 'ended',
      ending: { kind: 'engine failed', because: expect.stringMatching(words) },
    });
  }
});

test('a thread that is given back is taken again, and one that died is told from one that was killed', async () => {
  const workers = workersOf(grader);
  const first = await workers.take();
  workers.giveBack(first);
  expect(await workers.take()).toBe(first);
  expect(await workers.end(first)).toBe(true);
  const second = await workers.take();
  expect(second).not.toBe(first);
  expect(await workers.end(second)).toBe(true);
  expect(await workers.end(second)).toBe(false);
});

test('a warm thread waits for the next job, and there is only one', async () => {
  const workers = workersOf(grader);
  await Promise.all([workers.warm(), workers.warm()]);
  const first = await workers.take();
  expect(first.id).toBe(1);
  expect((await workers.take()).id).toBe(2);
});

test('a process that has no room for its answers ends at once and says so with its exit code', async () => {
  const job = await asked({ kind: 'check', depth: 'deep' });
  const full = `import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module';
    fs.promises.writeFile = async () => { throw new Error('ENOSPC: no space left on device, write'); };
    syncBuiltinESMExports();`;
  expect(await exitCodeOf(['--import', `data:text/javascript,${encodeURIComponent(full)}`, grader, 'job', job])).toBe(
    NO_ROOM_EXIT_CODE,
  );
});

test('a process ends with another code for whatever it does not know', async () => {
  expect(await exitCodeOf([grader, 'dance'])).toBe(2);
  expect(await exitCodeOf([grader, 'job'])).toBe(2);
  expect(await exitCodeOf([grader, 'job', join(folder, 'missing')])).toBe(2);
});

function workersOf(script: string, readyMs = 30_000) {
  const workers = threadWorkers({ script: pathToFileURL(script), readyMs, memoryMb: 200, remedy: 'reload the page' });
  opened.push(workers);
  return workers;
}

let count = 0;

async function folderWith(text: string): Promise<string> {
  const path = join(folder, `job-${++count}`);
  await mkdir(path);
  await writeFile(join(path, ASKED_FILE), text);
  return path;
}

async function asked(job: Job): Promise<string> {
  const solution = fileURLToPath(new URL('../../sandboxes/decouple-confirmation/solution', import.meta.url));
  const files = await Promise.all(
    (await readdir(solution)).map(async (path) => ({ path, text: await readFile(join(solution, path), 'utf8') })),
  );
  return folderWith(JSON.stringify({ exercise: 'decouple-confirmation', files, job }));
}

async function laidScript(text: string): Promise<string> {
  const path = join(folder, `script-${++count}.mjs`);
  await writeFile(path, text);
  return path;
}

async function saidIn(job: string): Promise<readonly JobSaid[]> {
  const names = (await readdir(job)).filter((name) => /^\d+\.json$/.test(name)).toSorted();
  const texts = await Promise.all(names.map((name) => readFile(join(job, name), 'utf8')));
  return texts.flatMap((text) => parseJobSaid(text)!);
}

function exitCodeOf(args: readonly string[]): Promise<number | null> {
  return new Promise((resolve) => {
    spawn(process.execPath, args, { stdio: 'ignore' }).on('exit', resolve);
  });
}

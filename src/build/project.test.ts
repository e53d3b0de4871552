import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectFiles } from '#project/project-files.ts';
import { projectParts } from '#project/project-parts.ts';
import { zipProject } from '#project/zip-project.ts';
import { type CatalogueEntry, exercises } from '#sandboxes/catalogue.ts';
import type { SourceFile } from '#sandboxes/source-files.ts';
import { nodeGrader } from './sandbox-assets.ts';

/** A plain machine: no more than Node and npm, and a folder in which somebody has unpacked a download. */
let machine: string;
let grader: string;
let labPackage: string;

beforeAll(async () => {
  machine = await mkdtemp(join(tmpdir(), 'project-'));
  grader = await nodeGrader(resolve('.'), true);
  labPackage = await readFile('sandboxes/lab/package.json', 'utf8');
}, 900_000);

afterAll(() => rm(machine, { recursive: true, force: true }));

/** Resolves with the folder. */
async function unpacked(entry: CatalogueEntry, name: string, files: readonly SourceFile[]): Promise<string> {
  const kit = { reference: entry.reference, labPackage, project: await projectParts(entry) };
  const zip = zipProject(name, projectFiles(kit, files, grader));
  for (const [path, bytes] of Object.entries(unzipSync(zip))) {
    await mkdir(dirname(join(machine, path)), { recursive: true });
    await writeFile(join(machine, path), bytes);
  }
  return join(machine, name);
}

interface Outcome {
  readonly code: number;
  readonly output: string;
}

async function npm(folder: string, ...words: readonly string[]): Promise<Outcome> {
  const { PATH, HOME, TMPDIR, npm_config_registry, npm_config_cache, NODE_EXTRA_CA_CERTS } = process.env;
  const env = {
    PATH: `${dirname(process.execPath)}${delimiter}${PATH}`,
    HOME,
    TMPDIR,
    NO_COLOR: '1',
    ...(npm_config_registry ? { npm_config_registry } : {}),
    ...(npm_config_cache ? { npm_config_cache } : {}),
    // A network that looks into what goes over it.
    ...(NODE_EXTRA_CA_CERTS ? { NODE_EXTRA_CA_CERTS } : {}),
  };
  try {
    const { stdout, stderr } = await promisify(execFile)('npm', words, { cwd: folder, env });
    return { code: 0, output: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as {
      readonly code: number;
      readonly stdout: string;
      readonly stderr: string;
    };
    return { code, output: stdout + stderr };
  }
}

const all = await exercises();
const practice = all.find(({ exercise }) => exercise.id === 'decouple-confirmation')!;

describe.each(all.map((entry) => [entry.exercise.id, entry] as const))('the project of %s', (id, entry) => {
  test('starts, and grades as the page does, with nothing installed', async () => {
    const { checks } = entry.exercise;
    const folder = await unpacked(entry, id, entry.solution);
    const started = await npm(folder, 'start');
    expect(started.output).toContain('Your run');
    expect(started.code, started.output).toBe(0);
    const graded = await npm(folder, 'run', 'check');
    if (checks.length === 0) return expect(graded.output).toContain('Missing script');
    expect(graded.output).toContain(`${checks.length} of ${checks.length} hold`);
    for (const { title } of checks) expect(graded.output.replace(/\s+/g, ' ')).toContain(title.replace(/\s+/g, ' '));
    expect(graded.code).toBe(0);
  });
});

describe('the project of somebody who has not solved it', () => {
  test('says what failed with its story as a timeline, and plays that story once more', async () => {
    const folder = await unpacked(practice, 'unsolved', practice.starter);
    const graded = await npm(folder, 'run', 'check');
    expect(graded.code).toBe(1);
    expect(graded.output).toContain('✗ failed');
    expect(graded.output).toMatch(/customer .*orders/);
    const [, check, schedule] = /npm run replay -- (\S+) "(\S+)"/.exec(graded.output)!;
    const replayed = await npm(folder, 'run', 'replay', '--', check!, schedule!);
    expect(replayed.output).toContain('the verdict rests on it');
    expect(replayed.output).toMatch(
      /“Orders and confirmation live apart[\s\S]*✗ failed {2}The orders process sent the mail/,
    );
    expect(replayed.code).toBe(1);
    expect(graded.output).not.toMatch(/Check deeply|press|Reset|Reload/i);
    const plain = await npm(folder, 'run', 'check', '--', '--plain');
    expect(plain.output).not.toMatch(/[│░┃]/);
    expect(plain.output.replace(/\s+/g, ' ')).toContain('The verdict rests on this.');
  });

  test('can play a story by everything that is shown of it', async () => {
    const folder = await unpacked(practice, 'named', practice.starter);
    const graded = await npm(folder, 'run', 'check');
    const [, badge, schedule] = /schedule ([a-z]{5})\s+(\S+@\S+)/.exec(graded.output)!;
    const forms = [
      [badge!],
      ['confirmed-once', badge!],
      [`https://somewhere.example/#story=confirmed-once/${schedule}`],
    ];
    for (const form of forms) {
      const { code, output } = await npm(folder, 'run', 'replay', '--', ...form);
      expect(output).toContain(`schedule ${badge}\n${schedule}\n\n✗ failed  Ada’s order was never confirmed`);
      expect(code).toBe(1);
    }
    const unreached = await npm(folder, 'run', 'replay', '--', 'page-tells-the-truth', 'crash-after@nobody:mail:7');
    expect(unreached.output).toContain(
      'This story has a fault for a moment that never came: nobody sends a mail, 7th time.',
    );
    expect(unreached.output).toContain('✓ passed  What is promised holds in this story.');
    expect(unreached.code).toBe(0);
    expect((await npm(folder, 'run', 'replay', '--', 'zzzzz')).output).toContain('Copy its schedule instead');
  });

  test('is told what to do by every command that cannot be obeyed', async () => {
    const folder = await unpacked(practice, 'misled', practice.starter);
    const said = async (...words: string[]) => (await npm(folder, ...words)).output;
    expect(await said('test')).toContain('npm test needs vitest: run npm install once');
    expect(await said('run', 'check', '--', '--nonsense')).toContain('npm run check -- --deep');
    expect(await said('run', 'replay', '--', 'no-such-check', 'calm')).toContain('no-such-check');
    expect(await said('run', 'replay', '--', 'confirmed-once', 'nonsense')).toContain('is not a schedule');
    for (const words of [
      ['run', 'check', '--', 'deep'],
      ['start', '--', 'orders.ts'],
      ['run', 'replay', '--', 'a', 'b', 'c'],
    ]) {
      const { code, output } = await npm(folder, ...words);
      expect(output).toContain('Use one of these');
      expect(code).toBe(2);
    }
    await rm(join(folder, 'app/deployment.ts'));
    expect((await said('run', 'check')).replace(/\s+/g, ' ')).toContain('Unpack the project’s zip again to get back');
    await rm(join(folder, 'app'), { recursive: true });
    expect(await said('start')).toContain('There is no folder app/ here');
    await writeFile(join(folder, 'course/project.json'), '{');
    await mkdir(join(folder, 'app'));
    expect(await said('start')).toContain('Download the project anew');
  });
});

test('once installed, its tests are the checks, from source, and its types hold', async () => {
  const folder = await unpacked(practice, 'installed', practice.solution);
  const installed = await npm(folder, 'install', '--no-audit', '--no-fund', '--prefer-offline');
  expect(installed.code, installed.output).toBe(0);
  const tested = await npm(folder, 'test');
  expect(tested.output).toMatch(/Tests\s+7 passed/);
  expect(tested.code).toBe(0);
  expect(await npm(folder, 'run', 'types')).toMatchObject({ code: 0 });
  for (const { path, text } of practice.starter) await writeFile(join(folder, 'app', path), text);
  const failed = await npm(folder, 'test');
  expect(failed.output).toContain('The orders process sent the mail to Ada itself');
  const [first] = practice.exercise.checks;
  expect(failed.output).toContain(`checks.test.ts > ${first!.title}\n`);
  expect(failed.code).toBe(1);
}, 900_000);

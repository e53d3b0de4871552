import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readProject } from './project-folder.ts';
import { READ_IN_PAGE, wordsWhereRead } from './read-where.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'project-folder-'));
  await mkdir(join(folder, 'course'));
});
afterEach(() => rm(folder, { recursive: true }));

const readIn = (environment: NodeJS.ProcessEnv) => readProject(folder, wordsWhereRead(environment));

test('what is missing comes with the remedy that is there: a zip, or the page around the terminal', async () => {
  await writeFile(join(folder, 'course/project.json'), '{"exercise":"outbox"}');
  await expect(readIn({})).rejects.toThrow(
    'There is no folder app/ here: it holds your files. Unpack the project’s zip',
  );
  await expect(readIn(READ_IN_PAGE)).rejects.toThrow('it holds your files. Reset the files, under Files');
  await mkdir(join(folder, 'app'));
  await writeFile(join(folder, 'course/project.json'), '{');
  await expect(readIn({})).rejects.toThrow('Download the project anew to get it back.');
  await expect(readIn(READ_IN_PAGE)).rejects.toThrow('Reload the page to get it back.');
});

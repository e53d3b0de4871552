import { expect, test } from 'vitest';
import { keepProject } from './project-keeper.ts';

const PACKAGE = JSON.stringify({ scripts: { check: 'node course/grader.mjs check' } });
const given = [
  { path: 'package.json', text: PACKAGE },
  { path: '.gitignore', text: 'node_modules/' },
  { path: 'course/grader.mjs', text: 'grades' },
  { path: 'lab/lab.ts', text: 'lab' },
  { path: 'lab/broker/broker.ts', text: 'broker' },
];

function open(changes: Readonly<Record<string, string | undefined>> = {}) {
  const disk = new Map(given.map(({ path, text }) => [path, text]));
  disk.set('app/orders.ts', 'orders');
  const said: string[] = [];
  const troubles: unknown[] = [];
  const written: string[] = [];
  let whilePausing = () => {};
  let watcher = () => {};
  const change = (all: Readonly<Record<string, string | undefined>>) => {
    for (const [path, text] of Object.entries(all)) {
      if (text === undefined) disk.delete(path);
      else disk.set(path, text);
    }
    watcher();
  };
  change(changes);
  const folder = {
    files: async () => [...disk.keys()],
    read: async (path: string) => disk.get(path),
    write: async (path: string, text: string) => {
      written.push(path);
      change({ [path]: text });
    },
    watch: (onChange: () => void) => {
      watcher = onChange;
      return () => {
        watcher = () => {};
      };
    },
  };
  const keeper = keepProject({
    folder,
    given,
    pause: async () => whilePausing(),
    say: (words) => said.push(words),
    onTrouble: (error) => troubles.push(error),
  });
  const duringPause = (act: () => void) => {
    whilePausing = act;
  };
  return { disk, said, troubles, written, folder, keeper, change, duringPause };
}

test('of a project that is as it was nothing is said', async () => {
  const { said, keeper } = open();
  await keeper.settled();
  expect(said).toEqual([]);
});

test('what the exercise gave comes back when it is removed, in this visit or before it, and it is said', async () => {
  const { disk, said, keeper, change } = open({ 'package.json': undefined });
  await keeper.settled();
  change({ 'lab/lab.ts': undefined, 'lab/broker/broker.ts': undefined, 'course/grader.mjs': undefined });
  await keeper.settled();
  for (const { path, text } of given) expect(disk.get(path)).toBe(text);
  expect(said).toEqual([
    'Put back as the exercise gave it: package.json.',
    'Put back as the exercise gave them: course/ and lab/.',
  ]);
});

test('a spoiled grader or package comes back, and what was installed or is being debugged stays', async () => {
  const { disk, said, keeper, change } = open();
  change({ 'course/grader.mjs': '', 'package.json': '{', 'lab/lab.ts': 'with a console.log' });
  await keeper.settled();
  expect([disk.get('course/grader.mjs'), disk.get('package.json')]).toEqual(['grades', PACKAGE]);
  const installed = JSON.stringify({ ...JSON.parse(PACKAGE), dependencies: { left: '1' } });
  change({ 'package.json': installed });
  await keeper.settled();
  expect([disk.get('package.json'), disk.get('lab/lab.ts')]).toEqual([installed, 'with a console.log']);
  expect(said).toEqual(['Put back as the exercise gave them: package.json and course/.']);
});

test('a file that the editor does not take is named once, with the reason and a name that it would take', async () => {
  const { said, keeper, change } = open();
  await keeper.settled();
  change({ 'app/my relay.js': 'x' });
  await keeper.settled();
  change({ 'app/parts/relay.ts': 'x', 'relay.ts': 'x', 'notes.md': 'x', 'lab/mine.ts': 'x' });
  await keeper.settled();
  await keeper.settled();
  const why =
    'The editor takes files that lie in app/ itself, under a name of letters, digits, - or _ that ends in .ts';
  expect(said).toEqual([
    `Only in the terminal: app/my relay.js. ${why}, such as app/my-relay.ts.`,
    `Only in the terminal: app/parts/relay.ts, relay.ts, notes.md and 1 more. ${why}, such as app/relay.ts.`,
  ]);
});

test('of what the editor takes, and of what tools leave there, nothing is said', async () => {
  const { said, keeper, change } = open();
  change({ 'app/relay.ts': 'x', 'app/orders.terminal.ts': 'x', 'app/.orders.ts.swp': 'x' });
  change({ 'package-lock.json': '{}', 'yarn.lock': 'x', 'pnpm-lock.yaml': 'x' });
  await keeper.settled();
  expect(said).toEqual([]);
});

test('a file that npm is in the middle of writing is not written over', async () => {
  const { disk, said, written, keeper, change, duringPause } = open();
  await keeper.settled();
  const installed = JSON.stringify({ ...JSON.parse(PACKAGE), dependencies: { left: '1' } });
  duringPause(() => change({ 'package.json': installed }));
  change({ 'package.json': '{ "dependencies": {' });
  await keeper.settled();
  expect([disk.get('package.json'), written, said]).toEqual([installed, [], []]);
});

test('of a package that can be read only the scripts come back, and what was installed stays', async () => {
  const { disk, keeper, change } = open();
  const own = { scripts: { check: 'echo', mine: 'echo mine' }, dependencies: { left: '1' } };
  change({ 'package.json': JSON.stringify(own) });
  await keeper.settled();
  const scripts = { check: 'node course/grader.mjs check', mine: 'echo mine' };
  expect(JSON.parse(disk.get('package.json')!)).toEqual({ ...own, scripts });
  for (const spoiled of ['[]', 'null', '{ "scripts": 1 }']) {
    change({ 'package.json': spoiled });
    await keeper.settled();
    expect(JSON.parse(disk.get('package.json')!)).toEqual(JSON.parse(PACKAGE));
  }
});

test('what cannot be put back is told, and tried again at the next change', async () => {
  const { disk, folder, troubles, keeper, change } = open();
  const { write } = folder;
  folder.write = () => Promise.reject(new Error('full'));
  change({ 'lab/lab.ts': undefined });
  await expect(keeper.settled()).rejects.toThrow('full');
  folder.write = write;
  change({});
  await keeper.settled();
  expect([troubles, disk.get('lab/lab.ts')]).toEqual([[new Error('full'), undefined], 'lab']);
});

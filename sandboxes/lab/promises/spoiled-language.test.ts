import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { afterAll, expect, test } from 'vitest';
import type * as plays from './plays-after-spoiling.ts';
import { SPOILING } from './spoiling.ts';

// Played in a thread of its own: between two steps of a play, spoiled built-ins would meet the test runner, too.
const thread = new Worker(
  `const { parentPort, workerData } = require('node:worker_threads');
  import(workerData).then((plays) => parentPort.on('message', ([ask, text]) => plays[ask](text).then(
    (answer) => parentPort.postMessage({ answer }),
    (error) => parentPort.postMessage({ error: error.stack }),
  )));`,
  { eval: true, execArgv: [], workerData: new URL('./plays-after-spoiling.ts', import.meta.url).href },
);
afterAll(() => thread.terminate());

/** Those that the world itself works with, among others. */
const IN_A_BATCH = [
  'Array.prototype.push',
  'Object.prototype',
  'JSON.stringify',
  'Math.floor, through the simulated Math',
  'Date, through its prototype',
  'Promise.prototype.then',
  'Map.prototype.get',
  'String.prototype.split',
] as const;

test.each(Object.entries(SPOILING))('%s, spoiled by one play, is whole in the next', async (_, text) => {
  const { expected, found } = await asked('nextPlay', text);
  expect(found).toEqual(expected);
});

test.each(IN_A_BATCH)('%s, spoiled by one play, is whole for others of the same batch', async (name) => {
  const { untouched, all } = await asked('sameBatch', SPOILING[name]!);
  expect(untouched.found.length).toBeGreaterThan(0);
  expect(untouched.found).toEqual(untouched.expected);
  expect(all.found).toEqual(all.expected);
});

async function asked<A extends keyof typeof plays>(
  ask: A,
  text: string,
): Promise<Awaited<ReturnType<(typeof plays)[A]>>> {
  thread.postMessage([ask, text]);
  const [{ answer, error }] = await once(thread, 'message');
  if (error !== undefined) throw new Error(error);
  return answer;
}

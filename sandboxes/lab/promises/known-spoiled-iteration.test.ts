import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';

test('the iteration of arrays, spoiled by one play, is whole in the next', async () => {
  const thread = new Worker(
    `const { parentPort, workerData } = require('node:worker_threads');
    import(workerData)
      .then(({ nextPlay }) => nextPlay("Array.prototype[Symbol.iterator] = function* () { yield 'spoiled'; };"))
      .then(({ expected, found }) => parentPort.postMessage({ isWhole: found[0] === expected[0] }))
      .catch(({ message }) => parentPort.postMessage({ message }));`,
    { eval: true, execArgv: [], workerData: new URL('./plays-after-spoiling.ts', import.meta.url).href },
  );
  const [answer] = await once(thread, 'message');
  await thread.terminate();
  expect(answer).toEqual({ isWhole: true });
});

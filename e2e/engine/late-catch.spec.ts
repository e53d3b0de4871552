import { expect } from '@playwright/test';
import { test } from './engine-page.ts';
import { alone } from './learner-files.ts';

/** Refused at once and caught only after `afterMs`: by then nobody has awaited it for some steps. */
const lateCatch = (afterMs: number) => `import { setTimeout as sleep } from 'node:timers/promises';
export default async function start({ broker }) {
  const refused = broker.publish('order.created', 1n);
  for (let waited = 0; waited < ${afterMs}; waited++) await sleep(1);
  await refused.catch(() => console.log('caught late'));
}`;

for (const afterMs of [1, 3, 10]) {
  test(`a rejection that is caught ${afterMs} ms late ends the process, as in Node`, async ({ engine }) => {
    const { ending } = await engine.run(alone(lateCatch(afterMs)), { kind: 'run' });
    expect(ending).toMatchObject({ kind: 'error' });
  });
}

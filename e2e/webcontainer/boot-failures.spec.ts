import { expect } from '@playwright/test';
import { test } from './container-page.ts';
import { boot, expectBuiltInGrades, expectGivenUp, expectGrades, run, tryEngine, unavailable } from './trial.ts';

/** Two tries of a boot, and what a busy machine adds. */
const BOUND_MS = 8_000;
const hasty = { boot: 2_500, bootWithoutNetwork: 500 };

test.describe('real Node that does not start', () => {
  test('is unreachable when the network refuses the engine’s page', async ({ fresh: { page, faults } }) => {
    faults.page = 'aborted';
    await expectGivenUp(await tryEngine(page, hasty), page, 'unreachable', BOUND_MS);
  });

  test('is out of time when the engine’s page does not exist', async ({ fresh: { page, faults } }) => {
    faults.page = 'not found';
    await expectGivenUp(await tryEngine(page, hasty), page, 'boot timed out', BOUND_MS);
  });

  test('is out of time when the engine’s page says nothing', async ({ fresh: { page, faults } }) => {
    faults.page = 'silent';
    await expectGivenUp(await tryEngine(page, hasty), page, 'boot timed out', BOUND_MS);
  });

  test('is out of time when something swallows every packet', async ({ fresh: { page, faults } }) => {
    faults.page = 'unanswered';
    await expectGivenUp(await tryEngine(page, hasty), page, 'boot timed out', BOUND_MS);
  });

  test('is out of time when something takes the headers from the engine’s page', async ({
    fresh: { page, faults },
  }) => {
    faults.page = 'without headers';
    // In the open the look at the network fails, too, and it is unreachable: an answer of a test is not held to that.
    await expectGivenUp(await tryEngine(page, hasty), page, 'boot timed out', BOUND_MS);
  });

  test('is blocked when a policy of the page allows no such frame', async ({ fresh: { page } }) => {
    await page.evaluate(() => {
      const policy = { httpEquiv: 'Content-Security-Policy', content: "frame-src 'self'" };
      document.head.append(Object.assign(document.createElement('meta'), policy));
    });
    await expectGivenUp(await tryEngine(page, hasty), page, 'blocked by policy', BOUND_MS);
  });

  test('is not blocked when a policy forbids only the look at the network', async ({ fresh: { page } }) => {
    await page.evaluate(() => {
      const policy = { httpEquiv: 'Content-Security-Policy', content: "connect-src 'self'" };
      document.head.append(Object.assign(document.createElement('meta'), policy));
    });
    await expectGrades((await tryEngine(page)).engine);
  });

  test('is told apart from a part of this site that cannot be fetched', async ({ fresh: { page } }) => {
    await page.route('**/node-grader-*', (route) => route.abort());
    const { engine } = await tryEngine(page, hasty);
    expect(await boot(engine)).toEqual(unavailable('not fetched'));
    await page.unroute('**/node-grader-*');
    await expectGrades(engine);
    await expectBuiltInGrades(page);
  });

  test('is out of time when building hangs, and every later try is, too', async ({ fresh: { page, faults } }) => {
    faults.build = 'hangs';
    await expectGivenUp(await tryEngine(page, hasty), page, 'boot timed out', BOUND_MS);
  });

  test('is refused when building throws, and tried again with the next job', async ({ fresh: { page, faults } }) => {
    faults.build = 'throws';
    const trial = await tryEngine(page, hasty);
    await expectGivenUp(trial, page, 'boot rejected', BOUND_MS);
    delete faults.build;
    await expectGrades(trial.engine);
  });
});

test('tries that fail leave nothing behind that listens or watches', async ({ fresh: { page, faults } }) => {
  const session = await page.context().newCDPSession(page);
  const listening = async () => {
    const { result } = await session.send('Runtime.evaluate', { expression: 'window' });
    const { listeners } = await session.send('DOMDebugger.getEventListeners', { objectId: result.objectId! });
    return listeners.filter(({ type }) => type === 'message').length;
  };
  await page.evaluate(() => {
    const watching = new Set<MutationObserver>();
    Object.assign(globalThis, { watching });
    const { observe, disconnect } = MutationObserver.prototype;
    MutationObserver.prototype.observe = function (...rest) {
      watching.add(this);
      return observe.apply(this, rest);
    };
    MutationObserver.prototype.disconnect = function () {
      watching.delete(this);
      return disconnect.apply(this);
    };
  });
  const watching = () => page.evaluate(() => (globalThis as unknown as { watching: Set<unknown> }).watching.size);
  const { engine } = await tryEngine(page);
  faults.build = 'throws';
  expect(await boot(engine)).toEqual(unavailable('boot rejected'));
  // The package's own.
  const before = await listening();
  for (let tries = 0; tries < 3; tries++) expect(await boot(engine)).toEqual(unavailable('boot rejected'));
  expect(await listening()).toBe(before);
  delete faults.build;
  faults.diskIsFull = true;
  for (let tries = 0; tries < 3; tries++) expect(await boot(engine)).toEqual(unavailable('storage full'));
  expect([await listening(), await watching()]).toEqual([before, 0]);
  faults.diskIsFull = false;
  await expectGrades(engine);
  expect([await listening(), await watching()]).toEqual([before, 1]);
});

test.describe('real Node that did not start in time', () => {
  for (const fault of ['aborted', 'not found', 'silent', 'unanswered', 'without headers'] as const) {
    test(`starts at the next try when its page is no longer ${fault}`, async ({ fresh: { page, faults, host } }) => {
      faults.page = fault;
      const { engine } = await tryEngine(page, { ...hasty, boot: 5_000 });
      expect(await boot(engine)).toMatchObject({ kind: 'unavailable' });
      delete faults.page;
      expect(await run(engine)).toMatchObject({ ending: { kind: 'done' }, state: { kind: 'ready' } });
      expect(host.calls.filter((call) => call === 'build')).toHaveLength(1);
      await expect(page.locator('iframe[src^="https://stackblitz.com"]')).toHaveCount(1);
    });
  }

  test('is usable when it comes after it was given up', async ({ fresh: { page, faults, host } }) => {
    faults.build = 'hangs';
    const { engine } = await tryEngine(page, { boot: 1_500 });
    expect(await boot(engine)).toEqual(unavailable('boot timed out'));
    delete faults.build;
    // The package asks for this last, when everything else is there.
    await expect.poll(() => host.calls).toContain('build');
    await expectGrades(engine);
    await expectGrades(engine);
    expect(host.calls.filter((call) => call === 'build')).toHaveLength(1);
  });
});

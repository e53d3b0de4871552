import { type Browser, chromium, expect, type Page } from '@playwright/test';
import { launchOptions } from '../launch-options.ts';
import { type ContainerPage, test } from './container-page.ts';
import type { Faults } from './double/faults.ts';
import { layDouble } from './double/lay-double.ts';
import { expectGivenUp, expectGrades, insist, tryEngine } from './trial.ts';

const AT_ONCE_MS = 1_000;

test.describe('before real Node is tried', () => {
  test('a page without the two headers is told so, whatever the learner wants', async ({ fresh }) => {
    await fresh.page.route('**/index.html', async (route) => {
      const response = await route.fetch();
      const { 'cross-origin-opener-policy': _, 'cross-origin-embedder-policy': __, ...headers } = response.headers();
      await route.fulfill({ response, headers });
    });
    await fresh.page.reload();
    expect(await fresh.page.evaluate(() => crossOriginIsolated)).toBe(false);
    await expectShut(fresh, 'not isolated');
  });

  test('a page that came without HTTPS is told so, whatever the learner wants', async ({ served }) => {
    const { port } = new URL(served.origin);
    const browser = await chromium.launch({
      ...launchOptions,
      args: [...(launchOptions.args ?? []), '--host-resolver-rules=MAP course.test 127.0.0.1'],
    });
    try {
      const opened = await openedIn(browser, `http://course.test:${port}/e2e/webcontainer/page/index.html`);
      expect(await opened.page.evaluate(() => isSecureContext)).toBe(false);
      await expectShut(opened, 'insecure');
      await opened.host.dispose();
    } finally {
      await browser.close();
    }
  });

  test('a site whose owner forbids it is told so, whatever the learner wants', async ({ fresh }) => {
    await expectShut(fresh, 'forbidden', true);
  });
});

for (const [reason, browser, userAgent] of [
  [
    'phone',
    'a phone',
    'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
  ],
  [
    'unsupported browser',
    'an old browser',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/15.6 Safari/605.1.15',
  ],
] as const) {
  test.describe(`in ${browser}`, () => {
    test.use({ userAgent });

    test(`${browser} is told so, and real Node grades there when the learner insists`, async ({ fresh }) => {
      const { page, host } = fresh;
      const trial = await tryEngine(page);
      await expectGivenUp(trial, page, reason, AT_ONCE_MS);
      await expectUntouched(fresh);
      expect(await insist(trial.machine)).toEqual({ kind: 'ready' });
      await expectGrades(trial.engine);
      expect(host.calls).toContain('build');
    });
  });
}

/** It is given up for this reason, the learner's wish changes nothing, and nobody was asked for anything. */
async function expectShut(opened: ContainerPage, reason: 'forbidden' | 'insecure' | 'not isolated', forbidden = false) {
  const trial = await tryEngine(opened.page, {}, forbidden);
  expect(await insist(trial.machine)).toEqual({ kind: 'unavailable', reason });
  await expectGivenUp(trial, opened.page, reason, AT_ONCE_MS);
  await expectUntouched(opened);
}

async function expectUntouched({ page, host }: ContainerPage) {
  expect(host.calls).toEqual([]);
  await expect(page.locator('iframe[src^="https://stackblitz.com"]')).toHaveCount(0);
}

async function openedIn(browser: Browser, address: string): Promise<ContainerPage> {
  const context = await browser.newContext();
  const faults: Faults = {};
  const host = await layDouble(context, faults);
  const page: Page = await context.newPage();
  await page.goto(address);
  return { page, host, faults };
}

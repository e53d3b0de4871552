import { defineConfig } from '@playwright/test';
import { launchOptions } from './e2e/launch-options.ts';

const port = Number(process.env.PORT ?? 4391);

const PHONE = '**/phone.spec.ts';

/** The end-to-end tests: the built site, in a real Chromium, two pages at a time. */
export default defineConfig({
  testDir: 'e2e',
  workers: 2,
  forbidOnly: true,
  // What passes at a second go only is told as flaky at the end, with a recording of that go: it is a fault to find, be it of the
  // page or of the test, and no reason to hold up everybody else.
  retries: 1,
  timeout: 120_000,
  // A machine that is busy with other things is slow, not wrong.
  expect: { timeout: 40_000 },
  reporter: [['list']],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    // Each test is a browser of its own, and would put the whole course aside for offline. Tests of that allow it.
    serviceWorkers: 'block',
    viewport: { width: 1280, height: 900 },
    // A recording of every page costs as much again as the page. `TRACE=1 npm run e2e -- …` makes them for what fails at once.
    trace: process.env.TRACE ? 'retain-on-failure' : 'on-first-retry',
    screenshot: 'only-on-failure',
    launchOptions,
  },
  // How fast a page is shows on a machine that does nothing else: that is asked last, and alone.
  projects: [
    { name: 'site', testIgnore: PHONE },
    { name: 'phone', testMatch: PHONE, dependencies: ['site'], retries: 0 },
  ],
  webServer: {
    command: `astro preview --host 127.0.0.1 --port ${port}`,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
    stdout: 'ignore',
  },
});

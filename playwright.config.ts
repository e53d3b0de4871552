import { defineConfig } from '@playwright/test';
import { launchOptions } from './e2e/launch-options.ts';

const port = Number(process.env.PORT ?? 4391);

/** The end-to-end tests: the built site, in a real Chromium, one page at a time so that figures and faults stay apart. */
export default defineConfig({
  testDir: 'e2e',
  workers: 1,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    viewport: { width: 1280, height: 900 },
    trace: 'retain-on-failure',
    launchOptions,
  },
  webServer: {
    command: `astro preview --host 127.0.0.1 --port ${port}`,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
    stdout: 'ignore',
  },
});

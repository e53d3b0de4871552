import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type Page } from '@playwright/test';
import { buildPage, servePage } from './build-page.ts';

/** One build of the small page for all trials of a worker. */
export const test = base.extend<{ openEditor: (query?: string) => Promise<Page> }, { pageUrl: string }>({
  pageUrl: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a fixture needs from this pattern.
    async ({}, use) => {
      const outDir = await mkdtemp(join(tmpdir(), 'editor-page-'));
      await buildPage(outDir);
      const server = await servePage(outDir);
      await use(server.url);
      await server.close();
      await rm(outDir, { recursive: true });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  openEditor: async ({ page, pageUrl }, use) => {
    await use(async (query = '') => {
      await page.goto(`${pageUrl}?${query}`);
      await page.evaluate(() => window.trial.load());
      return page;
    });
  },
});

/** What the page heard from its editor, such as `check` or `change orders.ts`. */
export const heard = (page: Page) => page.evaluate(() => window.trial.heard);

export const nameOfFocus = (page: Page) => page.evaluate(() => document.activeElement?.id ?? '');

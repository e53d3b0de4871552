import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type Page } from '@playwright/test';
import { buildPage } from '../engine/build-page.ts';
import { type Served, servePage } from '../engine/serve-page.ts';
import type { Faults } from './double/faults.ts';
import type { Host } from './double/host.ts';
import { layDouble } from './double/lay-double.ts';

/** A page that holds the WebContainer engine as it was built, against the double. */
export interface ContainerPage {
  readonly page: Page;
  readonly host: Host;
  /** May be changed at any moment. */
  readonly faults: Faults;
}

interface OfTest {
  /** Asked for before the page is opened: what goes wrong from the beginning. */
  readonly faults: Faults;
  /** A page that nothing has run in. */
  readonly fresh: ContainerPage;
  /** One page for all tests of a file: a page boots only once. */
  readonly shared: ContainerPage;
}

interface OfFile {
  readonly served: Served;
  readonly kept: ContainerPage;
}

export const test = base.extend<OfTest, OfFile>({
  served: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's pattern
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'container-page-'));
      await buildPage(folder, 'webcontainer/page/index.html');
      const served = await servePage(folder);
      await use(served);
      served.close();
      await rm(folder, { recursive: true });
    },
    { scope: 'worker' },
  ],
  kept: [
    async ({ browser, served }, use) => {
      const context = await browser.newContext();
      const faults: Faults = {};
      const host = await layDouble(context, faults);
      const page = await context.newPage();
      await page.goto(addressOf(served));
      await use({ page, host, faults });
      await context.close();
      await host.dispose();
    },
    { scope: 'worker' },
  ],
  faults: [{}, { option: true }],
  fresh: async ({ context, page, served, faults }, use) => {
    const own = { ...faults };
    const host = await layDouble(context, own);
    await page.goto(addressOf(served));
    await use({ page, host, faults: own });
    await page.close();
    await host.dispose();
  },
  shared: ({ kept }, use) => use(kept),
});

const addressOf = ({ origin }: Served) => `${origin}/e2e/webcontainer/page/index.html`;

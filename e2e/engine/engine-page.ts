import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type Page } from '@playwright/test';
import type { Ending, Job, Told } from '../../src/engines/engine.ts';
import type { SourceFile } from '../../src/exercise/exercise-data.ts';
import { buildPage } from './build-page.ts';
import type { Handed } from './page/page.ts';
import { type Served, servePage } from './serve-page.ts';

export interface Heard {
  readonly ending: Ending;
  readonly told: readonly Told[];
  readonly tookMs: number;
}

/** A page that holds nothing but the embedded engine, as it was built, and what its server was asked for. */
export interface EnginePage {
  readonly page: Page;
  readonly origin: string;
  readonly requests: readonly string[];
  run(files: readonly SourceFile[], job: Job): Promise<Heard>;
  /** As `run`, without what was told, which takes the page a while to hand over when it is much. */
  ending(files: readonly SourceFile[], job: Job): Promise<Pick<Heard, 'ending' | 'tookMs'>>;
}

interface OfTest {
  /** One page for all tests of a file, as a learner keeps one open: what one test left behind would show in the next. */
  readonly engine: EnginePage;
  /** A page that nothing has run in. */
  readonly fresh: EnginePage;
}

interface OfFile {
  readonly served: Served;
  readonly opened: Page;
}

export const test = base.extend<OfTest, OfFile>({
  served: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's pattern
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'engine-page-'));
      await buildPage(folder);
      const served = await servePage(folder);
      await use(served);
      served.close();
      await rm(folder, { recursive: true });
    },
    { scope: 'worker' },
  ],
  opened: [
    async ({ browser, served }, use) => {
      const page = await browser.newPage();
      await page.goto(addressOf(served));
      await use(page);
      await page.close();
    },
    { scope: 'worker' },
  ],
  engine: ({ opened, served }, use) => use(engineOn(opened, served)),
  fresh: async ({ page, served }, use) => {
    await page.goto(addressOf(served));
    await use(engineOn(page, served));
  },
});

const addressOf = ({ origin }: Served) => `${origin}/e2e/engine/page/index.html`;

function engineOn(page: Page, { origin, requests }: Served): EnginePage {
  return {
    page,
    origin,
    requests,
    run: (files, job) =>
      page.evaluate(
        async ([files, job]) => {
          const told: Told[] = [];
          const began = performance.now();
          const ending = await sandbox.run('decouple-confirmation', files, job, (one) => told.push(one));
          return { ending, told, tookMs: performance.now() - began };
        },
        [files, job] as const,
      ),
    ending: (files, job) =>
      page.evaluate(
        async ([files, job]) => {
          const began = performance.now();
          const ending = await sandbox.run('decouple-confirmation', files, job, () => {});
          return { ending, tookMs: performance.now() - began };
        },
        [files, job] as const,
      ),
  };
}

declare const sandbox: Handed['sandbox'];

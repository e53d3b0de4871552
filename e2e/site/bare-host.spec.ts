import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type Served, servePage } from '../engine/serve-page.ts';
import { buildInto } from './build-into.ts';
import { keptOffline } from './kept-offline.ts';
import { check, headline, practice, sandbox } from './practice.ts';

test.use({ serviceWorkers: 'allow' });

/** A host that can only hand out files, such as GitHub Pages. */
async function onBareHost(prove: (served: Served) => Promise<void>, folder = 'dist'): Promise<void> {
  const served = await servePage(folder, false);
  try {
    await prove(served);
  } finally {
    served.close();
  }
}

test('on a host that sends no headers code runs and is checked, and why there is no real Node is told', async ({
  page,
}) => {
  const { exercise } = await practice;
  await onBareHost(async ({ origin }) => {
    await page.goto(`${origin}/practice/`);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
    await check(page);
    await expect(headline(page)).toContainText(`of ${exercise.checks.length} hold`);
    await sandbox(page).getByRole('button', { name: 'Open a terminal' }).click();
    await expect(sandbox(page).locator('sandbox-terminal')).toContainText(
      /headers.*; the built-in runner still runs and checks your code\./,
    );
  });
});

test('a site that is built with ISOLATION=worker isolates a lesson’s page by itself, and its sandbox works', async ({
  page,
}) => {
  test.setTimeout(300_000);
  const folder = await mkdtemp(join(tmpdir(), 'site-with-worker-'));
  try {
    await buildInto(folder, { ISOLATION: 'worker' });
    await onBareHost(async (served) => {
      await page.goto(`${served.origin}/lessons/outbox/`);
      // The first page comes before the worker: it asks for it, and is as it was.
      expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
      await keptOffline(page, served);
      await page.reload();
      expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
      await check(page);
      await page.context().route('https://stackblitz.com/**', (route) => route.abort());
      await sandbox(page).getByRole('button', { name: 'Open a terminal' }).click();
      // No header is missing any more; the rest is kept out.
      await expect(sandbox(page).locator('sandbox-terminal')).toContainText(
        /stackblitz\.com.*; the built-in runner still runs and checks your code\./,
      );
    }, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

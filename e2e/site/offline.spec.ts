import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { type Served, servePage } from '../engine/serve-page.ts';
import { pages } from './pages.ts';
import { check, comeNear, headline, practice, sandbox, story, write } from './practice.ts';

test.use({ serviceWorkers: 'allow' });

/** Resolves when everything is kept on the device and the page is under the worker. */
async function kept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { serviceWorker } = navigator;
    await serviceWorker.ready;
    if (!serviceWorker.controller)
      await new Promise((resolve) => serviceWorker.addEventListener('controllerchange', resolve, { once: true }));
  });
}

async function served(prove: (site: Served) => Promise<void>, folder = 'dist'): Promise<void> {
  const site = await servePage(folder);
  try {
    await prove(site);
  } finally {
    site.close();
  }
}

test('after one visit every page, the editor and the checks work without a network', async ({ page }) => {
  await served(async (site) => {
    await page.goto(site.origin);
    await kept(page);
    site.close();
    for (const address of pages.filter((one) => !one.includes('404'))) {
      await page.goto(site.origin + address);
      await expect(page.locator('h1'), address).toBeVisible();
    }
    await page.goto(`${site.origin}/practice/`);
    await comeNear(page);
    await sandbox(page).locator('[data-part="editor"]').click();
    await expect(sandbox(page).locator('.monaco-editor').first()).toBeVisible();
    await check(page);
    await expect(headline(page)).toContainText(`of ${(await practice).exercise.checks.length} hold`);
    await expect(story(page).locator('svg').first()).toBeVisible();
    await page.goto(`${site.origin}/lessons/outbox/`);
    await page.locator('site-explorable input').nth(1).check();
    await expect(page.locator('site-explorable trace-view svg').first()).toBeVisible();
  });
});

test('when the network breaks off while all of it is fetched, it goes on by itself', async ({ page }) => {
  const folder = await mkdtemp(join(tmpdir(), 'site-'));
  await cp('dist', folder, { recursive: true });
  const lost = join(folder, 'exercises', 'outbox.json');
  const text = await readFile(lost);
  await rm(lost);
  await served(async (site) => {
    await page.goto(site.origin);
    await expect
      .poll(() => site.requests.filter((path) => path === '/exercises/outbox.json').length)
      .toBeGreaterThan(0);
    await writeFile(lost, text);
    await kept(page);
    site.close();
    await page.goto(`${site.origin}/lessons/outbox/`);
    await expect(page.locator('h1')).toBeVisible();
  }, folder);
  await rm(folder, { recursive: true });
});

test('an address that leads nowhere is answered without a network, too', async ({ page }) => {
  await served(async (site) => {
    await page.goto(site.origin);
    await kept(page);
    site.close();
    await page.goto(`${site.origin}/lessons/outbocks/`);
    await expect(page.locator('h1')).toBeVisible();
  });
});

test('a newer version is announced, waits until it is wanted, and leaves a draft as it is', async ({ page }) => {
  const folder = await mkdtemp(join(tmpdir(), 'site-'));
  await cp('dist', folder, { recursive: true });
  await served(async ({ origin }) => {
    await page.goto(`${origin}/practice/`);
    await kept(page);
    await write(page, 'orders.ts', '// mine, and not finished\n');
    await expect(sandbox(page).locator('save-state')).toContainText('Saved on this device');
    const worker = await readFile(join(folder, 'service-worker.js'), 'utf8');
    await writeFile(join(folder, 'service-worker.js'), `${worker}\n// A newer version.\n`);
    await page.reload();
    const offer = page.locator('site-update');
    await expect(offer).toContainText('A newer version of this course is here.');
    await comeNear(page);
    await sandbox(page).locator('[data-part="editor"]').hover();
    await expect(sandbox(page).locator('[data-part="editor"]')).toContainText('mine, and not finished');
    await Promise.all([page.waitForEvent('load'), offer.getByRole('button', { name: 'Take it now' }).click()]);
    await expect(offer).toBeEmpty();
    await comeNear(page);
    await sandbox(page).locator('[data-part="editor"]').hover();
    await expect(sandbox(page).locator('[data-part="editor"]')).toContainText('mine, and not finished');
  }, folder);
  await rm(folder, { recursive: true });
});

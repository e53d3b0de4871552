import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type Served, servePage } from '../engine/serve-page.ts';
import { keptOffline } from './kept-offline.ts';
import { pages } from './pages.ts';
import { check, comeNear, headline, practice, sandbox, story, write } from './practice.ts';

test.use({ serviceWorkers: 'allow' });

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
    await keptOffline(page, site);
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

for (const lost of ['exercises/outbox.json', 'service-worker.js'])
  test(`when the network breaks off while all of it is fetched, at ${lost}, it goes on by itself`, async ({ page }) => {
    const folder = await mkdtemp(join(tmpdir(), 'site-'));
    await cp('dist', folder, { recursive: true });
    const text = await readFile(join(folder, lost));
    await rm(join(folder, lost));
    await served(async (site) => {
      await page.goto(site.origin);
      await expect.poll(() => site.missing).toContain(`/${lost}`);
      await writeFile(join(folder, lost), text);
      await keptOffline(page, site);
      site.close();
      await page.goto(`${site.origin}/lessons/outbox/`);
      await expect(page.locator('h1')).toBeVisible();
    }, folder);
    await rm(folder, { recursive: true });
  });

test('an address that leads nowhere is answered without a network, too', async ({ page }) => {
  await served(async (site) => {
    await page.goto(site.origin);
    await keptOffline(page, site);
    site.close();
    await page.goto(`${site.origin}/lessons/outbocks/`);
    await expect(page.locator('h1')).toBeVisible();
  });
});

test('a newer version is announced, waits until it is wanted, and leaves a draft as it is', async ({ page }) => {
  const folder = await mkdtemp(join(tmpdir(), 'site-'));
  await cp('dist', folder, { recursive: true });
  await served(async (site) => {
    await page.goto(`${site.origin}/practice/`);
    await keptOffline(page, site);
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

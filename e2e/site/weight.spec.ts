import { expect, test } from '@playwright/test';
import { lessons, pages } from './pages.ts';
import { check, openSandbox, sandbox, story } from './practice.ts';
import { found, search } from './searching.ts';
import { foreignRequests, weigh } from './weight.ts';

const kB = 1_000;

for (const address of [...lessons, '/pitfall/', '/practice/', '/', '/overview/', '/outcomes/']) {
  test(`${address} weighs no more on its first load than a reader should pay`, async ({ page }) => {
    const { script, stylesheet, font } = await weigh(page, address);
    expect(script).toBeGreaterThan(0);
    expect(script).toBeLessThanOrEqual(30 * kB);
    expect(stylesheet).toBeGreaterThan(0);
    expect(stylesheet).toBeLessThanOrEqual(25 * kB);
    expect(font).toBeLessThanOrEqual(60 * kB);
  });
}

test('no page asks anything of another host', async ({ page }) => {
  for (const address of pages) expect((await weigh(page, address)).foreign, address).toEqual([]);
});

test('nor do the editor, a check and the search when they are used', async ({ page }) => {
  const foreign = foreignRequests(page);
  await openSandbox(page, '/lessons/outbox/');
  await sandbox(page).locator('[data-part="editor"]').click();
  await expect(sandbox(page).locator('.monaco-editor.focused')).toBeVisible();
  await check(page);
  await expect(story(page).locator('svg').first()).toBeVisible();
  await search(page, 'outbox');
  await expect(found(page).first()).toBeVisible();
  expect(foreign).toEqual([]);
});

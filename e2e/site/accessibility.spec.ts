import { expect, test } from '@playwright/test';
import { pages } from './pages.ts';
import { check, openWith, practice, sandbox, story } from './practice.ts';
import { violations } from './violations.ts';

// Each is about one page, and slow.
test.describe.configure({ mode: 'parallel' });

for (const address of pages) {
  test(`${address} breaks no rule of accessibility, light or dark`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(address);
    expect(await violations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violations(page, 'colours')).toEqual([]);
  });
}

for (const scheme of ['light', 'dark'] as const) {
  test(`neither does a result with a failure, its timeline and its table, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await openWith(page, (await practice).starter);
    await check(page);
    await expect(story(page).locator('svg').first()).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await story(page).getByRole('button', { name: 'Table' }).click();
    await sandbox(page).locator('hint-ladder summary').first().click();
    await sandbox(page).locator('solution-view > details > summary').click();
    expect(await violations(page)).toEqual([]);
  });
}

import { expect, type Page, test } from '@playwright/test';
import { pages } from './pages.ts';
import { check, comeNear, openWith, practice, sandbox, story } from './practice.ts';

/** How far the page can be pushed sideways, in px. */
const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

// 320 px is also what a window of 1280 px has at 400 %, which WCAG asks for; 640 px is 200 %.
for (const width of [320, 640, 820, 1000]) {
  test(`at ${width} px no page has to be pushed sideways`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const address of pages) {
      await page.goto(address);
      expect(await sideways(page), address).toBe(0);
    }
  });
}

test('at 320 px nor does a result, its timeline and its table, and everything can be pressed', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await openWith(page, (await practice).starter, '/practice/', 'plain');
  await comeNear(page);
  await check(page);
  await expect(story(page).locator('svg').first()).toBeVisible();
  expect(await sideways(page)).toBe(0);
  await story(page).getByRole('button', { name: 'Table' }).click();
  expect(await sideways(page)).toBe(0);
  for (const button of await sandbox(page).locator('button:visible').all()) {
    const box = await button.boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= 320, await button.innerText()).toBe(true);
  }
});

test('in forced colours the timeline is drawn in the colours of the system, and what is chosen can be told', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('/lessons/outbox/');
  const pens = await page
    .locator('figure.tl svg [data-pen]')
    .evaluateAll(
      (all) => new Set(all.slice(0, 50).map((one) => getComputedStyle(one).getPropertyValue('--pen').trim())).size,
    );
  expect(pens).toBe(1);
  const knob = page.locator('site-explorable .knob-option').first();
  const outline = (checked: boolean) =>
    page
      .locator('site-explorable .knob-option')
      .filter({ has: page.locator(checked ? 'input:checked' : 'input:not(:checked)') })
      .first()
      .locator('span')
      .evaluate((span) => getComputedStyle(span).outlineStyle);
  await expect(knob).toBeVisible();
  expect(await outline(true)).not.toBe(await outline(false));
});

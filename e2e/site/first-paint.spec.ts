import { expect, test } from '@playwright/test';
import { hold } from './hold.ts';
import { lessons } from './pages.ts';
import { works } from './works.ts';

const SCRIPT = '**/_astro/page.*.js';

for (const address of ['/', lessons[0]!, '/practice/'])
  test(`the text of ${address} is painted before anything is asked for that it does not need`, async ({ page }) => {
    await page.goto(address);
    await works(page);
    const { painted, asked } = await page.evaluate(() => ({
      painted: performance.getEntriesByName('first-paint')[0]!.startTime,
      asked: performance.getEntriesByType('resource').map(({ name, startTime }) => ({ name, startTime })),
    }));
    const before = asked.filter(({ startTime }) => startTime < painted).map(({ name }) => new URL(name).pathname);
    // When it fetches its icon is the browser's own affair.
    expect(before.filter((path) => !/^\/(fonts\/|favicon)/.test(path))).toEqual([]);
    const [script] = asked.filter(({ name }) => name.endsWith('.js'));
    expect(script?.name).toContain('/_astro/page.');
  });

test('a key that is pressed before the script of the page is there works once it is', async ({ page }) => {
  const come = await hold(page, SCRIPT);
  await page.goto('/');
  await page.keyboard.press('?');
  come();
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
});

test('a button that is pressed before the script of the page is there works once it is', async ({ page }) => {
  const come = await hold(page, SCRIPT);
  await page.goto('/outcomes/');
  const said = page.locator('site-your-work [data-part="status"]');
  const erase = page.getByRole('button', { name: 'Erase everything' }).first();
  await erase.click();
  await expect(said).toBeEmpty();
  await expect(erase).toHaveAttribute('aria-busy', 'true');
  come();
  await expect(erase).not.toHaveAttribute('aria-busy');
  await expect(said).toContainText('There is nothing to erase');
});

test('an answer that is chosen before the script of the page is there can be committed to', async ({ page }) => {
  const come = await hold(page, SCRIPT);
  await page.goto(lessons[0]!);
  const question = page.locator('site-prediction').first();
  await question.locator('label').first().click();
  come();
  await expect(question.getByRole('button', { name: 'Commit to an answer' })).toBeEnabled();
});

test('an answer that the browser puts back when one returns can be committed to', async ({ page }) => {
  await page.goto(lessons[0]!);
  await works(page);
  const question = page.locator('site-prediction').first();
  await question.locator('label').first().click();
  await page.goto('/glossary/');
  await page.goBack();
  await expect(question.locator('input').first()).toBeChecked();
  await expect(question.getByRole('button', { name: 'Commit to an answer' })).toBeEnabled();
});

test('a page in a tab that nobody looks at works, too, although it is not painted', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(document, 'hidden', { get: () => true });
    PerformanceObserver.prototype.observe = () => {};
  });
  await page.goto('/');
  await works(page);
});

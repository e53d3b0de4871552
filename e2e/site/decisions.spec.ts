import { expect, type Page, test } from '@playwright/test';
import { keepOnDevice } from './practice.ts';

const lesson = '/lessons/when-not-to/';
const first = (page: Page) => page.locator('site-decision').first();
const decide = (page: Page) => first(page).getByRole('button', { name: 'Decide', exact: true });
const verdict = (page: Page) => first(page).locator('[data-part="verdict"] p');

async function choose(page: Page, way: string, reason: string): Promise<void> {
  for (const option of [way, reason]) await first(page).locator(`input[value="${option}"]`).check();
  await decide(page).click();
}

test('a case wants a way and a reason, then says what each is worth and what it cost when it was played', async ({
  page,
}) => {
  await keepOnDevice(page, {});
  await page.goto(lesson);
  await expect(page.locator('site-decision')).toHaveCount(8);
  await expect(decide(page)).toBeDisabled();
  await first(page).locator('input[value="queue"]').check();
  await expect(decide(page)).toBeDisabled();
  await first(page).getByRole('radio', { name: 'Somebody waits for this answer' }).check();
  await decide(page).click();
  await expect(first(page).getByText('Costs more than it gives.').first()).toBeVisible();
  await expect(first(page).getByText('This decides it.')).toBeVisible();
  await expect(verdict(page)).toHaveText('Your way does not fit; your reason decides.');
  await expect(first(page).getByRole('heading')).toBeInViewport();
  const costs = first(page).getByRole('table');
  await expect(costs.locator('tbody tr')).toHaveCount(5);
  await expect(costs.locator('tr[data-chosen]')).toContainText('A queue');
  await page.reload();
  await expect(first(page).locator('input[value="queue"]')).toBeChecked();
  await expect(costs).toBeVisible();
});

test('a case can be decided again, and says that it took more than one go', async ({ page }) => {
  await keepOnDevice(page, {});
  await page.goto(lesson);
  await choose(page, 'queue', 'overload');
  await expect(verdict(page)).toHaveText('Your way does not fit; your reason does not decide.');
  await first(page).getByRole('button', { name: 'Decide again' }).click();
  await expect(first(page).getByText('Costs more than it gives.').first()).toBeHidden();
  await expect(decide(page)).toBeDisabled();
  await choose(page, 'call', 'waits');
  await expect(verdict(page)).toHaveText('Your way fits; your reason decides. You decided 2 times.');
  await page.reload();
  await expect(verdict(page)).toHaveText('Your way fits; your reason decides. You decided 2 times.');
  await expect(first(page).locator('input[value="call"]')).toBeChecked();
});

test('without JavaScript each case can be read to its end', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  await page.goto(lesson);
  await expect(decide(page)).toBeHidden();
  await first(page).getByText('Show the answer').click();
  await expect(first(page).getByRole('table')).toBeVisible();
  await context.close();
});

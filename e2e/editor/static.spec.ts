import { expect } from '@playwright/test';
import { test } from './trial.ts';

test('static code, selected and copied, is the source line by line', async ({ page, pageUrl }) => {
  await page.goto(pageUrl);
  const copied = await page.locator('pre.code').evaluate((code) => {
    getSelection()?.selectAllChildren(code);
    return getSelection()?.toString();
  });
  expect(copied?.trimEnd()).toBe((await page.evaluate(() => window.trial.text('orders.ts')))?.trimEnd());
});

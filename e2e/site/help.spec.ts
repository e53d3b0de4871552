import { expect, test } from '@playwright/test';
import { comeNear, openWith, practice, sandbox } from './practice.ts';

test('hints come one by one', async ({ page }) => {
  await page.goto('/practice/');
  await comeNear(page);
  const hints = sandbox(page).locator('hint-ladder details');
  await expect(hints.filter({ visible: true })).toHaveCount(1);
  await hints.first().locator('summary').click();
  await expect(hints.filter({ visible: true })).toHaveCount(2);
});

test('with every hint open, Run and Check stand right below the code and within the window', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto('/lessons/events-and-commands/');
  await comeNear(page);
  const hints = sandbox(page).locator('hint-ladder summary');
  for (let i = 0; i < (await hints.count()); i++) await hints.nth(i).click();
  await sandbox(page).evaluate((element) => element.scrollIntoView({ block: 'start' }));
  await expect(sandbox(page).locator('run-bar')).toBeInViewport({ ratio: 1 });
  const code = (await sandbox(page).locator('[data-part="editor"]').boundingBox())!;
  const bar = (await sandbox(page).locator('run-bar').boundingBox())!;
  expect(bar.y).toBeGreaterThanOrEqual(code.y + code.height - 1);
});

test('the solution stands beside the learner’s code and leaves it as it is', async ({ page }) => {
  const { starter, solution } = await practice;
  await openWith(page, starter);
  await sandbox(page).locator('solution-view > details > summary').click();
  const relay = solution.find(({ path }) => path === 'relay.ts');
  await expect(sandbox(page).locator('solution-view')).toContainText('relay.ts');
  await expect(sandbox(page).locator('solution-view')).toContainText(
    relay!.text
      .split('\n')
      .find((line) => line.includes('publish'))!
      .trim(),
  );
  await expect(sandbox(page).getByRole('tab', { name: 'relay.ts' })).toHaveCount(0);
});

test('the solution can be copied file by file, and where the browser does not let it nothing else is taken for it', async ({
  page,
  context,
}) => {
  const { starter, solution } = await practice;
  await openWith(page, starter);
  await sandbox(page).locator('solution-view > details > summary').click();
  const copies = sandbox(page).locator('solution-view copy-code');
  const copy = copies.first().getByRole('button', { name: /^Copy .* of the solution$/ });
  await page.evaluate(() => Object.assign(navigator.clipboard, { writeText: () => Promise.reject(new Error('no')) }));
  await copy.click();
  await expect(copies.first().getByRole('status')).toHaveText(
    'This browser does not let the page copy. Copy it by hand.',
  );
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('');
  await page.reload();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await sandbox(page).locator('solution-view > details > summary').click();
  await copy.click();
  await expect(copies.first().getByRole('status')).toContainText('of the solution is copied.');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(solution.map(({ text }) => text)).toContain(copied);
});

test('the lab and the checks can be looked into', async ({ page }) => {
  await page.goto('/practice/');
  await comeNear(page);
  await sandbox(page).locator('summary', { hasText: 'Look into' }).click();
  await sandbox(page).getByRole('button', { name: 'lab.ts', exact: true }).click();
  await expect(sandbox(page).locator('[data-part="editor"]')).toContainText('export');
});

test('types are the lab’s: a wrong use is underlined, a right one is not', async ({ page }) => {
  const { solution } = await practice;
  const wrong = solution.map((file) =>
    file.path === 'relay.ts' ? { ...file, text: file.text.replace('broker.publish(', 'broker.publis(') } : file,
  );
  await openWith(page, wrong);
  await sandbox(page).getByRole('tab', { name: 'relay.ts' }).click();
  await sandbox(page).locator('[data-part="editor"]').hover();
  await expect(sandbox(page).locator('.squiggly-error')).toHaveCount(1);
  await sandbox(page).getByRole('tab', { name: 'orders.ts' }).click();
  await expect(sandbox(page).locator('.squiggly-error')).toHaveCount(0);
});

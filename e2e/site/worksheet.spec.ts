import { expect, test } from '@playwright/test';
import { openWith, practice } from './practice.ts';

test('the worksheet judges what the run can answer, keeps prose, and never claims to have graded it', async ({
  page,
}) => {
  const { exercise, solution } = await practice;
  await openWith(page, solution);
  const sheet = page.locator('window-worksheet');
  const prose = sheet.locator('textarea').first();
  await prose.fill('Nobody knows, while the handler is down.');
  for (const field of exercise.worksheet!.fields) {
    const place = sheet.locator(`[data-field="${field.id}"]`);
    if (field.kind === 'choice') await place.locator('input').first().check();
    if (field.kind === 'number') await place.locator('input').fill('7');
  }
  await sheet.getByRole('button', { name: 'Compare with my run' }).click();
  const judged = sheet.locator('[data-part="judged"]:visible');
  await expect(judged.first()).toBeVisible();
  const number = sheet.locator('[data-kind="number"] [data-part="judged"]').first();
  await expect(number).toContainText(/^No/);

  await test.step('what the learner measures in the list of windows is right', async () => {
    const windows = await sheet.locator('.sheet-windows li').allInnerTexts();
    expect(windows).toHaveLength(40);
    await sheet.locator('[data-kind="number"] input').first().fill(windows[19]!);
    await sheet.getByRole('button', { name: 'Compare with my run' }).click();
    await expect(number).toContainText(/^Yes/);
  });

  await test.step('prose has a model answer beside it and no verdict', async () => {
    const text = sheet.locator('[data-kind="text"]').first();
    await expect(text).toContainText('nobody graded yours');
    await expect(text.locator('[data-part="judged"]')).not.toContainText(/Yes|No/);
  });

  await test.step('answers are there on return', async () => {
    await page.reload();
    await expect(prose).toHaveValue('Nobody knows, while the handler is down.');
  });
});

import { expect, type Page, test } from '@playwright/test';
import { headline, judged, openWith, practice, sandbox, story } from './practice.ts';

test('the practice is solved with the keyboard alone', async ({ page }) => {
  const { solution } = await practice;
  const relay = solution.find(({ path }) => path === 'relay.ts')!;
  await openWith(
    page,
    solution.map((file) =>
      file === relay ? { ...file, text: file.text.replace('await broker.publish', '// await broker.publish') } : file,
    ),
  );
  await press(page, 'Tab', async () => (await focused(page)).role === 'tab');
  await press(page, 'ArrowRight', async () => (await focused(page)).name.startsWith('relay.ts'));
  await page.keyboard.press('Enter');
  await press(page, 'Tab', async () => (await focused(page)).editing);
  await expect(sandbox(page).locator('.monaco-editor.focused')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(relay.text);
  await page.keyboard.press('ControlOrMeta+Enter');
  await judged(page);
  await expect(headline(page)).toHaveText('7 of 7 hold');

  await test.step('Esc, then Tab leaves the editor', async () => {
    expect((await focused(page)).editing).toBe(true);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    await expect.poll(async () => (await focused(page)).editing).toBe(false);
  });
});

test('the timeline is stepped through with the arrow keys, and says each step', async ({ page }) => {
  await openWith(page, (await practice).starter);
  await sandbox(page).locator('button[value="check"]').focus();
  await page.keyboard.press('Enter');
  await judged(page);
  await expect(story(page).locator('trace-view svg').first()).toBeVisible();
  const said = () => story(page).locator('trace-view').innerText();
  await press(page, 'Tab', () => page.evaluate(() => document.activeElement?.classList.contains('tl-spot') ?? false));
  await page.keyboard.press('Home');
  const first = await said();
  await page.keyboard.press('ArrowRight');
  expect(await said()).not.toBe(first);
});

test('the width of the code is set with the arrow keys', async ({ page }) => {
  await page.goto('/practice/');
  const separator = sandbox(page).getByRole('separator');
  await separator.focus();
  const before = await separator.getAttribute('aria-valuenow');
  await page.keyboard.press('ArrowRight');
  expect(await separator.getAttribute('aria-valuenow')).not.toBe(before);
});

async function press(page: Page, key: string, until: () => Promise<boolean>): Promise<void> {
  for (let times = 0; times < 120; times += 1) {
    if (await until()) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} never led there; the focus is on ${JSON.stringify(await focused(page))}.`);
}

async function focused(page: Page): Promise<{ role: string; name: string; editing: boolean }> {
  return page.evaluate(() => {
    const element = document.activeElement;
    return {
      role: element?.getAttribute('role') ?? element?.tagName ?? '',
      name: element?.textContent ?? '',
      editing:
        element?.closest('[data-part="editor"]') !== null && element?.closest('[data-part="editor"]') !== undefined,
    };
  });
}

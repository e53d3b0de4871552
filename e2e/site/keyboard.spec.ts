import { expect, type Page, test } from '@playwright/test';
import { check, comeNear, headline, judged, openWith, practice, sandbox, story } from './practice.ts';

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

test('whoever asks for a story with a key goes on in its timeline', async ({ page }) => {
  await openWith(page, (await practice).starter, '/practice/', 'plain');
  await check(page);
  const see = sandbox(page).getByRole('button', { name: 'See it on the timeline' }).first();
  await see.focus();
  await page.keyboard.press('Enter');
  const count = story(page).locator('.tl-count');
  const before = await count.innerText();
  await expect(story(page).locator('.tl-spot[aria-current="step"]')).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(count).not.toHaveText(before);
});

for (const [width, height] of [
  [390, 667],
  [768, 600],
] as const)
  test(`where the drawing is longer than the screen the step that one goes to comes into view, ${width} px wide`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await openWith(page, (await practice).solution, '/practice/', 'plain');
    await check(page);
    await sandbox(page).getByRole('button', { name: 'See it on the timeline' }).first().click();
    const current = story(page).locator('.tl-spot[aria-current="step"]');
    await expect(current).toBeInViewport();
    const bar = story(page).locator('.tl-steps');
    for (const name of ['Step back', 'Step on', 'Step on', 'Step on'])
      await bar.getByRole('button', { name, exact: true }).click();
    await expect
      .poll(async () => {
        const [spot, steps] = [await current.boundingBox(), await bar.boundingBox()];
        return spot !== null && steps !== null && spot.y >= 0 && spot.y + spot.height <= steps.y;
      })
      .toBe(true);
  });

test('the timeline plays slowly by itself, to its last step, and can be stopped', async ({ page }) => {
  await page.clock.install();
  await openWith(page, (await practice).starter);
  await check(page);
  const view = story(page).locator('trace-view');
  const count = view.locator('.tl-count');
  await view.locator('.tl-spot').first().focus();
  await page.keyboard.press('Home');
  const steps = Number(/of (\d+)/.exec(await count.innerText())?.[1]);
  expect(steps).toBeGreaterThan(3);
  await view.getByRole('button', { name: 'Play slowly' }).click();
  await page.clock.runFor(3_000);
  await view.getByRole('button', { name: 'Stop playing' }).click();
  await expect(count).not.toHaveText(`step 1 of ${steps}`);
  await view.getByRole('button', { name: 'Play slowly' }).click();
  await page.clock.runFor(1_500 * steps);
  await expect(count).toHaveText(`step ${steps} of ${steps}`);
  await expect(view.getByRole('button', { name: 'Play slowly' })).toBeVisible();
});

test('the path of a message is drawn on when it is pointed at', async ({ page }) => {
  const { wrong } = await practice;
  await openWith(page, wrong.find(({ slug }) => slug === 'remembers-in-memory')!.files);
  await check(page);
  const view = story(page).locator('trace-view');
  const line = view.locator('[data-message]:not(.tl-follow)').first();
  const message = (await line.getAttribute('data-message'))!;
  await line.dispatchEvent('pointerover');
  await expect(view.locator(`.tl-follow.is-on[data-message="${message}"]`)).not.toHaveCount(0);
});

test('screen reader mode is switched on in the menu of the files, and stays on', async ({ page }) => {
  await openWith(page, (await practice).starter);
  await sandbox(page).locator('pre.code:visible').first().click();
  await expect(sandbox(page).locator('.monaco-editor').first()).toBeVisible();
  await sandbox(page).locator('file-menus summary').first().click();
  await sandbox(page).getByRole('button', { name: 'Use screen reader mode' }).click();
  await page.reload();
  await sandbox(page).locator('file-menus summary').first().click();
  await expect(sandbox(page).getByRole('button', { name: 'Leave screen reader mode' })).toBeVisible();
});

test('the width of the code is set with the arrow keys', async ({ page }) => {
  await page.goto('/practice/');
  await comeNear(page);
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

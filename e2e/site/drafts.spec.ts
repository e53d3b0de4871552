import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import {
  check,
  checkButton,
  comeNear,
  keepOnDevice,
  notices,
  openWith,
  practice,
  practiceId,
  sandbox,
  write,
} from './practice.ts';

test('what is typed survives a reload, and does not run by itself', async ({ page }) => {
  await page.goto('/practice/');
  await write(page, 'orders.ts', '// mine\nwhile (true) {}\n');
  await expect(sandbox(page).locator('save-state')).toContainText('Saved on this device');
  await page.reload();
  await expect(sandbox(page).locator('[data-part="editor"]')).toContainText('// mine');
  await expect(sandbox(page).locator('.verdict')).toContainText('not run yet');
});

test('a reset takes everything back to the starter, and undo takes the reset back', async ({ page }) => {
  const { solution } = await practice;
  await openWith(page, solution);
  await sandbox(page).locator('summary', { hasText: 'Files' }).click();
  await sandbox(page).getByRole('button', { name: 'Reset all files' }).click();
  await expect(sandbox(page).getByRole('tab', { name: 'relay.ts' })).toHaveCount(0);
  await sandbox(page).locator('save-state button').click();
  await expect(sandbox(page).getByRole('tab', { name: 'relay.ts' })).toBeVisible();
});

test('where there is no room for a copy a reset changes nothing and says what to do, and a copy is kept once there is', async ({
  page,
}) => {
  await page.goto('/practice/');
  await write(page, 'orders.ts', '// mine\n');
  await expect(sandbox(page).locator('save-state')).toContainText('Saved on this device');
  await page.evaluate(() => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (key, text) {
      if (key.includes('draft-copy')) throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
      setItem.call(this, key, text);
    };
  });
  const files = sandbox(page).locator('summary', { hasText: 'Files' });
  await files.click();
  await sandbox(page).getByRole('button', { name: 'Reset all files' }).click();
  await expect(notices(page)).toContainText('no room for a copy');
  await expect(sandbox(page).locator('[data-part="status"]')).toContainText('no room for a copy');
  await expect(sandbox(page).locator('[data-part="editor"]')).toContainText('// mine');

  await page.reload();
  await comeNear(page);
  await files.click();
  await sandbox(page).getByRole('button', { name: 'Reset all files' }).click();
  await expect(sandbox(page).locator('save-state')).toContainText(/Saved on this device.*Undo reset of all files/);
  await page.reload();
  await comeNear(page);
  await files.click();
  await sandbox(page)
    .getByRole('button', { name: /Open the copy kept/ })
    .click();
  await expect(sandbox(page).locator('[data-part="editor"]')).toContainText('// mine');
  await files.click();
  await sandbox(page)
    .getByRole('button', { name: /Delete the oldest copy/ })
    .click();
  await files.click();
  await expect(sandbox(page).getByRole('button', { name: /Open the copy kept/ })).toHaveCount(0);
});

test('a second tab does not silently overwrite the first: both versions are kept', async ({ context }) => {
  const first = await context.newPage();
  const second = await context.newPage();
  // The second tab is one that was asleep: it hears of nothing until it saves.
  await second.addInitScript(() => {
    addEventListener('storage', (event) => event.stopImmediatePropagation(), { capture: true });
  });
  await first.goto('/practice/');
  await second.goto('/practice/');
  await comeNear(second);
  await write(first, 'orders.ts', '// from the first tab\n');
  await expect(sandbox(first).locator('save-state')).toContainText('Saved on this device');
  await write(second, 'orders.ts', '// from the second tab\n');
  await expect(notices(second)).toContainText('Both are kept');
  const belowTheCode = sandbox(second).locator('[data-part="editor-words"]');
  await expect(belowTheCode).toContainText('Your latest changes are not saved');
  await notices(second).getByRole('button', { name: 'Take the other tab’s' }).click();
  await expect(belowTheCode).toContainText('leaves the editor');
  await expect(sandbox(second).locator('[data-part="editor"]')).toContainText('from the first tab');
  await sandbox(second).locator('summary', { hasText: 'Files' }).click();
  await sandbox(second)
    .getByRole('button', { name: /Open the copy kept/ })
    .click();
  await expect(sandbox(second).locator('[data-part="editor"]')).toContainText('from the second tab');
});

const damaged = {
  'that is foreign': '{"version":1,"files":[{"path":"../../etc","text":4}]}',
  'that is no JSON': '{oops ../../etc',
};
for (const [name, draft] of Object.entries(damaged)) {
  test(`a draft ${name} is set aside and said, with other damaged data, and the page works`, async ({ page }) => {
    await keepOnDevice(page, {
      [`draft/${practiceId}`]: draft,
      progress: 'no json at all',
      preferences: '{"version":99}',
    });
    await page.goto('/practice/');
    await expect(page.locator('body')).toContainText(/could not be read/);
    await check(page);
    const kept = await page.evaluate(() => Object.values(localStorage).join('\n'));
    expect(kept).toContain('no json at all');
    expect(kept).toContain('../../etc');
  });
}

test('code that is set aside is spoken of beside the editor and on every page, until it is removed', async ({
  page,
}) => {
  await keepOnDevice(page, { [`draft/${practiceId}`]: '{bad' });
  await page.goto(`/practice/#${practiceId}`);
  await expect(notices(page).getByText('is set aside on this device')).toBeInViewport();
  await page.goto('/glossary/');
  await expect(page.locator('site-notices')).toContainText('One thing of yours is set aside');
  await page.goto(`/practice/#${practiceId}`);
  const download = page.waitForEvent('download');
  await notices(page).getByRole('button', { name: 'Save your work as a file' }).click();
  expect(await readFile(await (await download).path(), 'utf8')).toContain('{bad');
  await expect(notices(page)).toContainText('Saved as ');
  await page.locator('site-notices').getByRole('button', { name: 'Remove what is set aside' }).click();
  await expect(notices(page)).toContainText('is set aside');
  await page.locator('site-notices').getByRole('button', { name: 'Remove it for good' }).click();
  await expect(notices(page)).not.toContainText('is set aside');
  await expect(page.locator('site-notices')).toBeEmpty();
  await expect(page.locator('#main')).toBeFocused();
});

test('with storage forbidden the sandbox works in memory, and says that nothing is kept', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
  });
  await page.goto('/practice/');
  await write(page, 'orders.ts', '// mine\n');
  await expect(sandbox(page)).toContainText(/Not saved/);
  await checkButton(page).click();
  await expect(sandbox(page).locator('.verdict')).toContainText('Error');
});

test('without workers the page can be read, and says what to do', async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'Worker');
  });
  await page.goto('/practice/');
  await sandbox(page).locator('button[value="check"]').click();
  await expect(sandbox(page)).toContainText(/worker/i);
  await expect(sandbox(page)).toContainText(/browser/i);
});

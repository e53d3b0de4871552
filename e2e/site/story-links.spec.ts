import { expect, test } from '@playwright/test';
import { check, openWith, practice, row, sandbox, story } from './practice.ts';

const unavoidable = '/practice/#story=confirmed-once/crash-after@confirmation:mail:1';

test('a link to a story opens it, on a click and never by itself', async ({ page }) => {
  await openWith(page, (await practice).solution, unavoidable, 'plain');
  await expect(story(page)).toContainText('Nothing has been run yet');
  await story(page).getByRole('button', { name: 'Play it on your code' }).click();
  await expect(story(page).locator('trace-view')).toContainText('the same mail, again');
  await expect(story(page)).toContainText('crash-after@confirmation:mail:1');
  await expect(story(page).locator('.tl-spot[aria-current="step"]')).toBeFocused();
});

test('the link that is copied is the story’s', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openWith(page, (await practice).solution, unavoidable, 'plain');
  await story(page).getByRole('button', { name: 'Play it on your code' }).click();
  await story(page).getByRole('button', { name: 'Copy link' }).click();
  await expect(sandbox(page).locator('[data-part="status"]')).toHaveText('The link to this story is copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(new URL(unavoidable, page.url()).href);
});

test('the same story is reopened from the address that a failed check leaves', async ({ page }) => {
  const { wrong } = await practice;
  const memory = wrong.find(({ slug }) => slug === 'remembers-in-memory');
  await openWith(page, memory!.files, '/practice/', 'plain');
  await check(page);
  const told = await row(page, 'confirmed-once').locator('.check-story').innerText();
  const table = async () => {
    await story(page).getByRole('button', { name: 'Table' }).click();
    return story(page).locator('table').innerText();
  };
  const before = await table();
  await page.reload();
  await expect(story(page)).toContainText('The story that you had open');
  await story(page).getByRole('button', { name: 'Play it on your code' }).click();
  expect(await table()).toBe(before);
  expect(told).toContain('confirmed twice');
});

test('the editor marks the line where the crash struck', async ({ page }) => {
  await openWith(page, (await practice).solution, unavoidable);
  await story(page).getByRole('button', { name: 'Play it on your code' }).click();
  await expect(sandbox(page).getByRole('tab', { name: 'confirmation.ts' })).toHaveAttribute('aria-selected', 'true');
  await expect(sandbox(page).locator('[data-part="editor"]')).toContainText(/crashed\shere/);
});

for (const [what, fragment, sentence] of [
  ['a check that does not exist', '#story=no-such-check/calm', 'which this exercise does not have'],
  ['a schedule that is none', '#story=confirmed-once/explode@everything', 'which is none'],
  ['broken contents', '#story=%E0%A4%A', 'a part of it was lost on its way'],
  ['a script', '#story=confirmed-once/<img src=x onerror=alert(1)>', 'which is none'],
] as const) {
  test(`a link with ${what} says so, and nothing is lost`, async ({ page }) => {
    page.on('dialog', () => expect('a dialog').toBe('never shown'));
    await openWith(page, (await practice).solution, `/practice/${fragment}`, 'plain');
    await expect(story(page)).toContainText(sentence);
    await expect(story(page)).toContainText('Nothing was lost');
    await check(page);
  });
}

test('a story that does not fit the code says which point is never reached', async ({ page }) => {
  await openWith(page, (await practice).starter, unavoidable, 'plain');
  await story(page).getByRole('button', { name: 'Play it on your code' }).click();
  await expect(story(page)).toContainText('for a moment that never came: confirmation sends a mail, 1st time');
});

test('a link with code is copied, asks before it opens the code, runs nothing, and keeps what was there', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { solution } = await practice;
  await openWith(page, solution, '/practice/', 'plain');
  await sandbox(page).locator('summary', { hasText: 'Files' }).click();
  await sandbox(page).getByRole('button', { name: 'Copy a link with this code' }).click();
  await expect(sandbox(page).locator('[data-part="status"]')).toContainText('The link with your code is copied.');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const mine = solution.map((file) => (file.path === 'orders.ts' ? { ...file, text: '// mine\n' } : file));
  await openWith(page, mine, `/practice/${new URL(link).hash}`, 'plain');
  await expect(story(page)).toContainText('Nothing has been run yet');
  await expect(sandbox(page).locator('[data-part="editor"] textarea:visible')).toHaveValue('// mine\n');
  await story(page).getByRole('button', { name: 'Open that code' }).click();
  await expect(sandbox(page).locator('[data-part="editor"] textarea:visible')).toHaveValue(
    solution.find(({ path }) => path === 'orders.ts')!.text,
  );
  await expect(story(page)).toContainText('Nothing has been run yet');
  await sandbox(page).locator('summary', { hasText: 'Files' }).click();
  await expect(sandbox(page).getByRole('button', { name: /Open the copy kept/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await sandbox(page).locator('save-state button').click();
  await expect(sandbox(page).locator('[data-part="editor"] textarea:visible')).toHaveValue('// mine\n');
});

test('a link whose code is damaged says so, and nothing is lost', async ({ page }) => {
  await openWith(page, (await practice).solution, '/practice/#story=run/calm&code=aGFsbG8', 'plain');
  await story(page).getByRole('button', { name: 'Open that code' }).click();
  await expect(story(page)).toContainText('is not whole, or was not put there by this course. Nothing was lost');
});

test('where the network breaks off, code in a link is neither opened nor copied, which is said, and works when it is back', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const unheard: Error[] = [];
  page.on('pageerror', (error) => unheard.push(error));
  await page.route('**/_astro/shared-code*', (route) => route.abort());
  const files = sandbox(page).locator('summary', { hasText: 'Files' });
  const copy = sandbox(page).getByRole('button', { name: 'Copy a link with this code' });
  const beside = sandbox(page).locator('[data-part="editor-words"]');
  await openWith(page, (await practice).solution, '/practice/#story=run/calm&code=aGFsbG8', 'plain');
  await story(page).getByRole('button', { name: 'Open that code' }).click();
  await expect(story(page)).toContainText('could not be fetched, and nothing was changed. Check the connection');
  await files.click();
  await copy.click();
  await expect(beside).toContainText('What makes the link could not be fetched. Check the connection');
  await page.unroute('**/_astro/shared-code*');
  await files.click();
  await copy.click();
  await expect(beside).toContainText('The link with your code is copied.');
  await sandbox(page).locator('[data-part="editor"] textarea:visible').focus();
  await expect(beside).toContainText('leaves the editor');
  await story(page).getByRole('button', { name: 'Open that code' }).click();
  await expect(story(page)).toContainText('is not whole, or was not put there by this course. Nothing was lost');
  expect(unheard).toEqual([]);
});

test('what a press led to stays to be read although the editor arrives after it, until somebody goes on editing', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  let arrive = () => {};
  const held = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route('**/_astro/monaco-editor.*.js', async (route) => {
    await held;
    await route.continue();
  });
  const beside = sandbox(page).locator('[data-part="editor-words"]');
  await openWith(page, (await practice).solution);
  await sandbox(page).locator('[data-part="editor"]').hover();
  await expect(beside).toContainText('The editor is on its way');
  await sandbox(page).locator('summary', { hasText: 'Files' }).click();
  await sandbox(page).getByRole('button', { name: 'Copy a link with this code' }).click();
  await expect(beside).toContainText('The link with your code is copied.');
  arrive();
  const typing = sandbox(page).locator('[data-part="editor"]').getByRole('textbox').last();
  await expect(sandbox(page).locator('[data-part="editor"]')).toHaveAttribute('data-editor', 'monaco');
  await expect(beside).toContainText('The link with your code is copied.');
  await typing.focus();
  await expect(beside).toHaveText('Esc, then Tab leaves the editor');
});

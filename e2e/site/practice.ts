import { expect, type Locator, type Page } from '@playwright/test';
import { exercises } from '#sandboxes/catalogue.ts';
import type { SourceFile } from '#sandboxes/source-files.ts';
import { fingerprint } from '#stores/draft-record.ts';

export const practiceId = 'decouple-confirmation';

/** The practice as its folder has it. */
export const practice = exercises().then((all) => {
  const entry = all.find(({ exercise }) => exercise.id === practiceId);
  if (!entry) throw new Error(`There is no exercise ${practiceId}.`);
  return entry;
});

export const sandbox = (page: Page): Locator => page.locator('code-sandbox');
export const checkButton = (page: Page): Locator => sandbox(page).locator('button[value="check"]');
export const headline = (page: Page): Locator => sandbox(page).locator('.verdict strong').first();
export const row = (page: Page, check: string): Locator => sandbox(page).locator(`li[data-check="${check}"]`);
export const story = (page: Page): Locator => sandbox(page).locator('[data-part="trace"]');
export const notices = (page: Page): Locator => sandbox(page).locator('[data-part="notices"]');

/** Opens the practice as somebody who comes back: with these files as their draft, saved before the page is loaded. */
export async function openWith(
  page: Page,
  files: readonly SourceFile[],
  address = '/practice/',
  editor: 'monaco' | 'plain' = 'monaco',
): Promise<void> {
  const { starter } = await practice;
  const draft = { version: 1, revision: 1, by: 'before', savedAt: 0, starter: fingerprint(starter), files };
  const preferences = { version: 1, theme: 'system', editor, screenReader: false, split: 0.57 };
  await keepOnDevice(page, {
    [`draft/${practiceId}`]: JSON.stringify(draft),
    preferences: JSON.stringify(preferences),
  });
  await page.goto(address);
  await comeNear(page);
}

/** Opens a page with a sandbox as somebody who has never been here. */
export async function openSandbox(page: Page, address: string): Promise<void> {
  await keepOnDevice(page, {});
  await page.goto(address);
  await comeNear(page);
}

/** The sandbox is fetched for whoever comes near it. */
export async function comeNear(page: Page): Promise<void> {
  await sandbox(page).scrollIntoViewIfNeeded();
  await expect(page.locator('code-sandbox:defined run-bar')).toBeVisible();
}

/** Puts these texts into the browser's storage, and nothing else, before the course is opened. */
export async function keepOnDevice(page: Page, texts: Readonly<Record<string, string>>): Promise<void> {
  await page.goto('/favicon.svg');
  await page.evaluate((all) => {
    localStorage.clear();
    for (const [name, text] of Object.entries(all)) localStorage.setItem(`event-driven-basics/${name}`, text);
  }, texts);
}

/** Presses Check and waits for the verdict. */
export async function check(page: Page): Promise<void> {
  await checkButton(page).click();
  await judged(page);
}

export async function judged(page: Page): Promise<void> {
  await expect(sandbox(page).locator('button[value="stop"]')).toBeHidden();
  await expect(headline(page)).toHaveText(/holds?$/);
}

/** What the checks say, by id: the word at the end of each row. */
export async function words(page: Page): Promise<Record<string, string>> {
  const rows = await sandbox(page).locator('li[data-check]').all();
  const told = rows.map(async (each) => [
    (await each.getAttribute('data-check')) ?? '',
    await each.locator('.check-word').innerText(),
  ]);
  return Object.fromEntries(await Promise.all(told));
}

/** Writes a file as a learner would: opens its tab, takes all of it and types over it. */
export async function write(page: Page, path: string, text: string): Promise<void> {
  await comeNear(page);
  await sandbox(page).getByRole('tab', { name: path }).click();
  // The editor comes for whoever is about to use it.
  await sandbox(page).locator('[data-part="editor"]').hover();
  // A terminal and a worksheet have fields of their own.
  const editor = sandbox(page).locator('[data-part="editor"]').locator('.monaco-editor, textarea:visible').first();
  await editor.click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
}

/** Makes a file with the Files menu. */
export async function addFile(page: Page, name: string): Promise<void> {
  await sandbox(page).locator('summary', { hasText: 'Files' }).click();
  await sandbox(page).getByRole('button', { name: 'New file' }).click();
  await page.getByLabel('Name of the new file').fill(name);
  await page.keyboard.press('Enter');
  await expect(sandbox(page).getByRole('tab', { name })).toHaveAttribute('aria-selected', 'true');
}

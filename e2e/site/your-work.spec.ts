import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { fingerprint } from '#stores/draft-record.ts';
import { keepOnDevice, practice, practiceId, sandbox, write } from './practice.ts';
import { violationsInBothSchemes } from './violations.ts';

const day = (number: number) => Date.UTC(2026, 10, number, 12);
const section = (page: Page): Locator => page.locator('#your-work');
const act = (page: Page, name: string): Locator => section(page).getByRole('button', { name, exact: true });
const said = (page: Page): Locator => section(page).locator('[data-part="status"]');
const plan = (page: Page): Locator => section(page).locator('[data-part="plan"]');
const dialog = (page: Page): Locator => page.getByRole('dialog');

/** Somebody who has solved the practice with help, and types on. */
async function worked(text: string, by = 'here'): Promise<Record<string, string>> {
  const { starter, exercise } = await practice;
  const checks = exercise.checks.map(({ id }, index) => [id, { at: day(index > 3 ? 14 : 12), helped: index > 3 }]);
  const progress = {
    version: 2,
    exercises: {
      [practiceId]: {
        checks: Object.fromEntries(checks),
        solved: { at: day(14), helped: true, checks: exercise.checks.map(({ id }) => id) },
        help: { hints: 2, solution: false, since: day(13) },
        answers: { opens: 'stored' },
      },
    },
    predictions: {},
    questions: {},
    breakIts: {},
  };
  const draft = { version: 1, revision: 4, by, savedAt: day(15), starter: fingerprint(starter) };
  return {
    progress: JSON.stringify(progress),
    [`draft/${practiceId}`]: JSON.stringify({ ...draft, files: [{ path: 'orders.ts', text }] }),
  };
}

/** What is stored, by name. */
const stored = (page: Page) =>
  page.evaluate(() => Object.fromEntries(Object.entries(localStorage).sort()) as Record<string, string>);

const fileWith = (entries: Readonly<Record<string, unknown>>, more = {}) => ({
  name: 'mine.json',
  mimeType: 'application/json',
  buffer: Buffer.from(
    JSON.stringify({ format: 'event-driven-basics', version: 1, savedAt: new Date(day(16)), entries, ...more }),
  ),
});

async function fileOf(work: Readonly<Record<string, string>>) {
  return fileWith(Object.fromEntries(Object.entries(work).map(([name, text]) => [name, JSON.parse(text)])));
}

const choose = (page: Page, file: { name: string; mimeType: string; buffer: Buffer }) =>
  section(page).locator('input[type="file"]').setInputFiles(file);

/** As a browser that keeps nothing for this site. */
async function forbidStorage(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
  });
}

test('work is saved, erased, loaded again and the loading undone, by keyboard', async ({ page }) => {
  await keepOnDevice(page, await worked('// mine'));
  await page.goto('/outcomes/');
  const before = await stored(page);

  await act(page, 'Save as a file').focus();
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(download.suggestedFilename()).toMatch(/^event-driven-basics-\d{4}-\d\d-\d\d\.json$/);
  await expect(said(page)).toContainText(`Saved as ${download.suggestedFilename()}`);
  const path = await download.path();
  page.on('filechooser', (chooser) => void chooser.setFiles(path));

  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toContainText('1 exercise that you solved');
  await expect(dialog(page).getByRole('button', { name: 'Keep everything' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  expect(await stored(page)).toEqual(before);
  await expect(act(page, 'Erase everything')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(said(page)).toContainText('Erased');
  expect(await stored(page)).toEqual({});

  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(plan(page)).toBeFocused();
  await expect(plan(page)).toContainText('Solved on 14 November 2026, with help');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(said(page)).toContainText('Loaded');
  expect(await stored(page)).toEqual(before);

  await expect(act(page, 'Undo the loading')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(said(page)).toContainText('Undone');
  expect(await stored(page)).toEqual({});
});

test('what differs is said before anything is written, and both drafts are kept', async ({ page }) => {
  const here = await worked('// typed here');
  await keepOnDevice(page, here);
  await page.goto('/outcomes/');
  const there = await worked('// typed elsewhere', 'elsewhere');
  there.progress = there.progress!.replace('"opens":"stored"', '"opens":"asked"');
  await choose(page, await fileOf(there));
  await expect(plan(page)).toContainText('Your code stays. That of the file is another');
  await expect(plan(page)).toContainText(
    'Your answer “When the transaction that stores the order commits” stays; the file says “When the customer sends the order”.',
  );
  expect(await stored(page)).toEqual(
    Object.fromEntries(Object.entries(here).map(([name, text]) => [`event-driven-basics/${name}`, text])),
  );
  await act(page, 'Cancel').click();
  await expect(said(page)).toHaveText('Nothing was changed.');
  await choose(page, await fileOf(there));
  await act(page, 'Load it').click();
  await expect(said(page)).toContainText('Loaded');

  await page.goto('/practice/');
  await sandbox(page).scrollIntoViewIfNeeded();
  await expect(sandbox(page).locator('[data-part="editor"]')).toContainText('typed here');
  await sandbox(page).locator('summary', { hasText: 'Files' }).click();
  await sandbox(page)
    .getByRole('button', { name: /Open the copy kept/ })
    .click();
  await expect(sandbox(page).locator('[data-part="editor"]')).toContainText('typed elsewhere');
});

test('the same file once more brings nothing new', async ({ page }) => {
  await keepOnDevice(page, {});
  await page.goto('/outcomes/');
  const file = await fileOf(await worked('// mine'));
  await choose(page, file);
  await act(page, 'Load it').click();
  const once = await stored(page);
  await choose(page, file);
  await expect(plan(page)).toContainText('Nothing new');
  await act(page, 'Close').click();
  expect(await stored(page)).toEqual(once);
});

test('a loading cannot be undone any more once another tab has changed something', async ({ context }) => {
  const page = await context.newPage();
  const other = await context.newPage();
  await keepOnDevice(page, {});
  await page.goto('/outcomes/');
  await other.goto('/');
  await choose(page, await fileOf(await worked('// mine')));
  await act(page, 'Load it').click();
  await expect(act(page, 'Undo the loading')).toBeVisible();
  await expect(other.locator('site-resume')).toBeVisible();
  await other.locator('theme-switch button').click();
  await expect(said(page)).toContainText('cannot be undone any more');
  await expect(act(page, 'Undo the loading')).toBeHidden();
});

test('other tabs follow when everything is erased', async ({ context }) => {
  const page = await context.newPage();
  const other = await context.newPage();
  await keepOnDevice(page, await worked('// mine'));
  await other.goto('/');
  await expect(other.locator('site-resume')).toBeVisible();
  await page.goto('/outcomes/');
  await act(page, 'Erase everything').click();
  await dialog(page).getByRole('button', { name: 'Erase everything' }).click();
  await expect(other.locator('site-resume')).toBeHidden();
  await expect(other.locator('site-solved').first()).toBeEmpty();
});

const hostile: readonly (readonly [string, string | Buffer, string])[] = [
  ['no JSON', '<script>alert(1)</script>', 'it is not JSON, or only a part of it'],
  ['another program’s JSON', '{"name":"x"}', 'was not saved by this course'],
  ['a newer version', '{"format":"event-driven-basics","version":2,"entries":{}}', 'Reload this page'],
  ['damaged', '{"format":"event-driven-basics","version":1,"entries":7}', 'has been damaged since'],
  ['huge', Buffer.alloc(17_000_000, 'x'), 'larger than anything that this course saves'],
];
for (const [name, content, sentence] of hostile) {
  test(`a file that is ${name} is refused in one sentence, and changes nothing`, async ({ page }) => {
    const work = await worked('// mine');
    await keepOnDevice(page, work);
    await page.goto('/outcomes/');
    const before = await stored(page);
    await choose(page, { name: 'file.json', mimeType: 'application/json', buffer: Buffer.from(content) });
    await expect(said(page)).toContainText(sentence);
    await expect(plan(page)).toBeHidden();
    expect(await stored(page)).toEqual(before);
  });
}

test('where what loads and saves cannot be fetched, that is said, and the next press tries again', async ({ page }) => {
  const unheard: Error[] = [];
  page.on('pageerror', (error) => unheard.push(error));
  await page.route('**/_astro/your-work*', (route) => route.abort());
  await page.goto('/outcomes/');
  await act(page, 'Save as a file').click();
  await expect(said(page)).toContainText('could not be fetched. Check the connection, then press again.');
  await choose(page, await fileOf(await worked('// mine')));
  await expect(plan(page)).toBeHidden();
  await page.unroute('**/_astro/your-work*');
  await act(page, 'Erase everything').click();
  await expect(said(page)).toContainText('There is nothing to erase');
  expect(unheard).toEqual([]);
});

test('markup in a file is shown as text, and is never run', async ({ page }) => {
  await keepOnDevice(page, {});
  await page.goto('/outcomes/');
  const bomb = '<img src=x onerror="document.title=String(1)">';
  const progress = {
    version: 2,
    exercises: {
      [bomb]: { checks: { a: { at: 0, helped: false } }, help: { hints: 0, solution: false }, answers: {} },
    },
    predictions: {},
    questions: {},
    breakIts: {},
  };
  await choose(page, fileWith({ progress, [bomb]: 1 }));
  await expect(plan(page)).toContainText(bomb);
  await act(page, 'Load it').click();
  await expect(said(page)).toContainText('Loaded');
  expect(await page.locator('img').count()).toBe(0);
  await page.goto('/');
  await page.goto('/outcomes/');
  await expect(section(page)).toBeVisible();
});

test('a storage that is full takes nothing of a file, and says so', async ({ page }) => {
  await keepOnDevice(page, await worked('// mine'));
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    };
  });
  await page.goto('/outcomes/');
  const before = await stored(page);
  await choose(page, await fileOf(await worked('// typed elsewhere', 'elsewhere')));
  await act(page, 'Load it').click();
  await expect(said(page)).toContainText('Nothing was loaded');
  await expect(said(page)).toContainText('full');
  expect(await stored(page)).toEqual(before);
});

test('where nothing is kept, the notice hands over what was typed, and no word says that it is saved', async ({
  page,
}) => {
  await forbidStorage(page);
  await page.goto('/practice/');
  await write(page, 'orders.ts', '// only in memory\n');
  await expect(page.locator('site-notices')).toContainText('keeps nothing for this site');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('site-notices').getByRole('button', { name: 'Save your work as a file' }).click(),
  ]);
  const file = readFileSync(await download.path(), 'utf8');
  expect(file).toContain('// only in memory');
  await expect(page.locator('.keeps:visible')).toHaveCount(0);
  for (const address of ['/', '/outcomes/', '/404.html', '/lessons/outbox/', '/practice/']) {
    await page.goto(address);
    await expect(page.locator('site-notices')).toContainText('keeps nothing');
    expect(await page.locator('body').innerText()).not.toMatch(/(saved|kept) on this device/i);
  }

  await page.goto('/outcomes/');
  await choose(page, { name: 'mine.json', mimeType: 'application/json', buffer: Buffer.from(file) });
  await act(page, 'Load it').click();
  await expect(said(page)).toContainText('it lives on this page alone');
  await act(page, 'Undo the loading').click();
  await expect(said(page)).toContainText('Undone');
});

test('once the storage is full the footer says so, and the notice hands over what was refused', async ({ page }) => {
  await page.goto('/practice/');
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    };
  });
  await expect(page.locator('.foot .keeps')).toBeVisible();
  await write(page, 'orders.ts', '// refused\n');
  await expect(page.locator('site-notices')).toContainText('is full');
  await expect(page.locator('.foot')).toContainText('Kept on this page alone');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('site-notices').getByRole('button').click(),
  ]);
  expect(readFileSync(await download.path(), 'utf8')).toContain('// refused');
});

test('an exercise that has grown a check is open again wherever it was solved, and keeps its day', async ({ page }) => {
  const work = await worked('// mine');
  const { exercise } = await practice;
  const grown = exercise.checks.at(-1)!;
  const progress = JSON.parse(work.progress!);
  const mine = progress.exercises[practiceId];
  mine.solved.checks = mine.solved.checks.filter((id: string) => id !== grown.id);
  delete mine.checks[grown.id];
  await keepOnDevice(page, { ...work, progress: JSON.stringify(progress) });
  const sentence = `Open again, because a check is new: ${grown.title}.`;

  await page.goto('/');
  await expect(page.locator('site-resume')).toContainText('Solved on 14 November 2026, with help');
  await expect(page.locator('site-resume')).toContainText(sentence);
  await expect(page.locator('.syllabus')).toContainText(sentence);
  await page.locator('site-resume a').click();
  await expect(page.locator('.lesson-head')).toContainText(sentence);
  await sandbox(page).scrollIntoViewIfNeeded();
  await expect(sandbox(page).locator('.verdict')).toContainText(sentence);
  await page.goto('/outcomes/');
  await expect(page.locator('.outcome-groups', { hasText: 'Practice' }).first()).toContainText(sentence);
});

test('the draft of an exercise whose name only begins alike is nobody’s beginning', async ({ page }) => {
  const work = await worked('// mine');
  await keepOnDevice(page, { [`draft/${practiceId}-of-old`]: work[`draft/${practiceId}`]! });
  await page.goto('/');
  await expect(page.locator('site-resume')).toBeHidden();
  await keepOnDevice(page, { [`draft/${practiceId}`]: work[`draft/${practiceId}`]! });
  await page.goto('/');
  await expect(page.locator('site-resume')).toBeVisible();
});

test('the home page leads back to the part where one left', async ({ page }) => {
  await page.goto('/lessons/outbox/');
  const part = page.locator('.lesson > h2[id]').nth(1);
  await part.scrollIntoViewIfNeeded();
  await part.click();
  const id = await part.getAttribute('id');
  await page.goto('/');
  await expect(page.locator('site-resume .btn')).toHaveAttribute('href', `/lessons/outbox/#${id}`);
});

test('on paper the page is a record: every piece with its day and its help, and no control', async ({ page }) => {
  await keepOnDevice(page, await worked('// mine'));
  await page.goto('/outcomes/');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText(/a record of \d+ \w+ \d{4}/)).toBeVisible();
  await expect(page.locator('.outcome h2')).toHaveCount(4);
  const { exercise } = await practice;
  const piece = (title: string) => page.locator('.record li', { hasText: title });
  await expect(piece(exercise.checks[0]!.title)).toContainText('12 November 2026');
  await expect(piece(exercise.checks[0]!.title)).not.toContainText('with help');
  await expect(piece(exercise.checks[4]!.title)).toContainText('14 November 2026, with help');
  await expect(piece(exercise.checks[4]!.title)).toBeVisible();
  await expect(page.locator('button:visible, summary:visible, input:visible')).toHaveCount(0);
});

test('the button prints', async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => document.body.setAttribute('data-printed', '');
  });
  await page.goto('/outcomes/');
  await page.getByRole('button', { name: 'Print or save as PDF' }).click();
  await expect(page.locator('body')).toHaveAttribute('data-printed', '');
});

for (const width of [390, 1280]) {
  test(`what a file would do and the question before erasing break no rule, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await keepOnDevice(page, await worked('// mine'));
    await page.goto('/outcomes/');
    await choose(page, await fileOf(await worked('// typed elsewhere', 'elsewhere')));
    await expect(plan(page)).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(await violationsInBothSchemes(page)).toEqual([]);
    await act(page, 'Erase everything').click();
    await expect(dialog(page)).toBeVisible();
    expect(await violationsInBothSchemes(page)).toEqual([]);
  });
}

test('without JavaScript the section says what it needs', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  await page.goto('/outcomes/');
  await expect(section(page)).toContainText('need JavaScript: allow it for this site');
  await expect(page.locator('#your-work button:visible, site-print button:visible')).toHaveCount(0);
  await expect(page.locator('.keeps:visible')).toHaveCount(0);
  await context.close();
});

import { expect, type Locator, type Page, test } from '@playwright/test';
import { hold } from './hold.ts';
import { lessons } from './pages.ts';
import { works } from './works.ts';

const SCRIPT = '**/_astro/page.*.js';

for (const address of ['/', lessons[0]!, '/practice/'])
  test(`the text of ${address} is painted before anything is asked for that it does not need`, async ({ page }) => {
    await page.goto(address);
    await works(page);
    const { painted, asked } = await page.evaluate(() => ({
      painted: performance.getEntriesByName('first-paint')[0]!.startTime,
      asked: performance.getEntriesByType('resource').map(({ name, startTime }) => ({ name, startTime })),
    }));
    const before = asked.filter(({ startTime }) => startTime < painted).map(({ name }) => new URL(name).pathname);
    // When it fetches its icon is the browser's own affair.
    expect(before.filter((path) => !/^\/(fonts\/|favicon)/.test(path))).toEqual([]);
    const [script] = asked.filter(({ name }) => name.endsWith('.js'));
    expect(script?.name).toContain('/_astro/page.');
  });

test('a key that is pressed before the script of the page is there works once it is', async ({ page }) => {
  const come = await hold(page, SCRIPT);
  await page.goto('/');
  await page.keyboard.press('?');
  come();
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
});

test('a button that is pressed before the script of the page is there works once it is', async ({ page }) => {
  const come = await hold(page, SCRIPT);
  await page.goto('/outcomes/');
  const said = page.locator('site-your-work [data-part="status"]');
  const erase = page.getByRole('button', { name: 'Erase everything' }).first();
  await erase.click();
  await expect(said).toBeEmpty();
  await expect(erase).toHaveAttribute('aria-busy', 'true');
  come();
  await expect(erase).not.toHaveAttribute('aria-busy');
  await expect(said).toContainText('There is nothing to erase');
});

test('an answer that is chosen before the script of the page is there can be committed to', async ({ page }) => {
  const come = await hold(page, SCRIPT);
  await page.goto(lessons[0]!);
  const question = page.locator('site-prediction').first();
  await question.locator('label').first().click();
  come();
  await expect(question.getByRole('button', { name: 'Commit to an answer' })).toBeEnabled();
});

test('an answer that is changed and changed back before the script of the page is there stays as it was left', async ({
  page,
}) => {
  const come = await hold(page, SCRIPT);
  await page.goto(lessons[0]!);
  const options = page.locator('site-prediction').first().locator('input');
  for (const option of [0, 1, 0]) await options.nth(option).check();
  come();
  await works(page);
  await expect(options.first()).toBeChecked();
});

test('a search that is written early turns no page', async ({ page }) => {
  const come = await hold(page, SCRIPT);
  await page.goto(lessons[1]!);
  await page.keyboard.type('/snapshot');
  come();
  await works(page);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe(lessons[1]);
});

/** What is kept on the device of answers and checks. */
const keptProgress = (page: Page) => page.evaluate(() => localStorage.getItem('event-driven-basics/progress') ?? '');

/** Comes back to the practice, whose sheet holds an answer to this field. */
async function answered(page: Page, field: Locator, answer: () => Promise<void>): Promise<string> {
  await page.goto('/practice/');
  await field.scrollIntoViewIfNeeded();
  await page.locator('window-worksheet:defined').waitFor();
  await answer();
  await expect.poll(() => keptProgress(page)).toContain('answers');
  return keptProgress(page);
}

test('what is written into a sheet before the script of the page is there is the newest answer', async ({ page }) => {
  const field = page.locator('window-worksheet').locator('textarea, input:not([type="radio"])').first();
  await answered(page, field, () => field.fill('1234'));
  await expect.poll(() => keptProgress(page)).toContain('1234');
  const come = await hold(page, SCRIPT);
  await page.reload();
  await field.fill('4321');
  await field.blur();
  come();
  await expect.poll(() => keptProgress(page)).toContain('4321');
  await expect(field).toHaveValue('4321');
});

test('so is what is chosen in one', async ({ page }) => {
  const choices = page.locator('window-worksheet [data-field]').filter({ has: page.locator('[type="radio"]') });
  const options = choices.first().locator('[type="radio"]');
  const before = await answered(page, options.first(), () => options.first().check());
  const come = await hold(page, SCRIPT);
  await page.reload();
  await options.nth(1).check();
  come();
  await expect.poll(() => keptProgress(page)).not.toBe(before);
  await page.reload();
  await works(page);
  await page.locator('window-worksheet:defined').waitFor();
  await expect(options.nth(1)).toBeChecked();
});

test('what is written while nobody expects the script any more is kept when it comes all the same', async ({
  page,
}) => {
  const field = page.locator('window-worksheet').locator('textarea, input:not([type="radio"])').first();
  await page.clock.install();
  const come = await hold(page, SCRIPT);
  await page.goto('/practice/');
  await page.clock.runFor(15_000);
  await field.fill('4321');
  await expect(page.getByText('What you write here now is not kept')).toBeVisible();
  await field.blur();
  come();
  await page.clock.resume();
  await expect.poll(() => keptProgress(page)).toContain('4321');
  await expect(page.getByText('What you write here now is not kept')).toBeHidden();
});

test('a knob that is turned before the script of the page is there is written', async ({ page }) => {
  const come = await hold(page, SCRIPT);
  await page.goto('/playground/');
  await page
    .getByRole('group', { name: 'Partitions of the log' })
    .getByRole('radio', { name: '3', exact: true })
    .check();
  come();
  await page.locator('code-sandbox:defined').waitFor();
  await page.getByRole('tab', { name: 'settings.ts' }).click();
  await expect(page.locator('[data-part="editor"]')).toContainText('partitions = 3;');
});

test('the focus that is given before the script of the page is there brings what it is given to', async ({ page }) => {
  const come = await hold(page, SCRIPT);
  // Whoever saves data gets nothing for having it in view.
  await page.addInitScript(() =>
    Object.defineProperty(navigator, 'connection', { value: Object.assign(new EventTarget(), { saveData: true }) }),
  );
  await page.goto('/practice/');
  await page.getByRole('tab').first().focus();
  come();
  await page.locator('code-sandbox:defined').waitFor();
});

test('a page whose script does not come says so to whoever presses, and opens what opens by itself', async ({
  page,
}) => {
  await page.clock.install();
  await hold(page, SCRIPT);
  await page.goto('/practice/');
  const solution = page.locator('solution-view > details');
  await solution.locator('> summary').click();
  await expect(solution).not.toHaveAttribute('open');
  await page.clock.runFor(15_000);
  await expect(page.getByText('What makes this page work has not come yet')).toBeVisible();
  await expect(solution).toHaveAttribute('open');
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
});

test('a press that was given up is spoken of when the page works after all', async ({ page }) => {
  await page.clock.install();
  const come = await hold(page, SCRIPT);
  await page.goto('/practice/');
  await page.locator('run-bar').getByRole('button', { name: 'Run' }).click();
  await page.clock.runFor(15_000);
  await expect(page.getByText('What makes this page work has not come yet')).toBeInViewport();
  come();
  const again = page.getByText('What you pressed before was not done: press it again.');
  await expect(again).toBeInViewport();
  await page.clock.resume();
  await page.locator('run-bar').getByRole('button', { name: 'Run' }).click();
  await expect(again).toBeHidden();
  await expect(page.locator('code-sandbox trace-view svg').first()).toBeVisible();
});

test('a press after it was clear that the script does not come is told so, too, where one reads', async ({ page }) => {
  await page.route(SCRIPT, (route) => route.abort());
  await page.goto('/practice/');
  await expect(page.locator('html')).not.toHaveAttribute('data-scripted');
  await expect(page.getByText('What makes this page work could not be fetched')).toBeHidden();
  await page.locator('run-bar').scrollIntoViewIfNeeded();
  await page.locator('run-bar').getByRole('button', { name: 'Run' }).click();
  await expect(page.getByText('What makes this page work could not be fetched')).toBeInViewport();
  await page.locator('file-menus summary').first().click();
  await expect(page.locator('file-menus details').first()).not.toHaveAttribute('open');
});

test('a page whose script comes and fails says that, and not that the connection is to blame', async ({ page }) => {
  const thrown: string[] = [];
  page.on('pageerror', ({ message }) => thrown.push(message));
  await page.route(SCRIPT, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: "throw new Error('import me')" }),
  );
  await page.goto('/practice/');
  await expect(page.locator('html')).not.toHaveAttribute('data-scripted');
  await page.locator('run-bar').getByRole('button', { name: 'Run' }).click();
  await expect(page.getByText('What makes this page work does not run here')).toBeInViewport();
  expect(thrown).toEqual(['import me']);
});

test('somebody who has only played is met as somebody new', async ({ page }) => {
  await page.goto('/favicon.svg');
  await page.evaluate(() => localStorage.setItem('event-driven-basics/draft/playground', '{}'));
  await hold(page, SCRIPT);
  await page.goto('/');
  await expect(page.locator('site-resume')).toBeHidden();
  await expect(page.locator('.for-newcomers').first()).toBeVisible();
});

test('an answer of a lesson whose script does not come can be read all the same', async ({ page }) => {
  await page.route(SCRIPT, (route) => route.abort());
  await page.goto(lessons[0]!);
  const question = page.locator('site-prediction').first();
  await question.getByText('Show the answer').click();
  await expect(question.locator('.card-after')).toBeVisible();
});

test('an answer that the browser puts back when one returns can be committed to', async ({ page }) => {
  await page.goto(lessons[0]!);
  await works(page);
  const question = page.locator('site-prediction').first();
  await question.locator('label').first().click();
  await page.goto('/glossary/');
  await page.goBack();
  await expect(question.locator('input').first()).toBeChecked();
  await expect(question.getByRole('button', { name: 'Commit to an answer' })).toBeEnabled();
});

test('a page in a tab that nobody looks at works, too, although it is not painted', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(document, 'hidden', { get: () => true });
    PerformanceObserver.prototype.observe = () => {};
  });
  await page.goto('/');
  await works(page);
});

import { expect, type Page, test } from '@playwright/test';
import { hold } from './hold.ts';
import { checkButton, headline, judged, keepOnDevice, practice, practiceId, sandbox } from './practice.ts';
import { works } from './works.ts';

const SANDBOX = /code-sandbox\.[\w-]+\.js$/;
const SHEET = /window-worksheet\.[\w-]+\.js$/;
const COULD_NOT = 'Check the connection and reload the page';

const hasCome = (page: Page) => expect(page.locator('code-sandbox:defined')).toHaveCount(1);
const hasNotCome = (page: Page) => expect(page.locator('code-sandbox:defined')).toHaveCount(0);
const solution = (page: Page) => sandbox(page).locator('solution-view > details');

test.describe('before the sandbox has come', () => {
  test('what is pressed waits its turn, and what is pressed twice is done once', async ({ page }) => {
    const come = await hold(page, SANDBOX);
    await page.addInitScript(() => {
      // What the page itself keeps for later is prevented.
      addEventListener('click', ({ target, defaultPrevented }) => {
        const button = target instanceof Element ? target.closest('button, summary') : null;
        if (button && !defaultPrevented) heard.push(button.textContent?.trim() ?? '');
      });
      const heard: string[] = [];
      Object.assign(globalThis, { heard });
    });
    await page.goto('/practice/');
    await sandbox(page).locator('summary', { hasText: 'Look into' }).click();
    await checkButton(page).click();
    await checkButton(page).click();
    await hasNotCome(page);
    come();
    await judged(page);
    await expect(sandbox(page).getByRole('button', { name: 'lab.ts', exact: true })).toBeVisible();
    const heard = await page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
    expect(heard).toEqual([expect.stringContaining('Look into'), expect.stringContaining('Check')]);
  });

  test('its keys are heard', async ({ page }) => {
    const come = await hold(page, SANDBOX);
    await page.goto('/practice/');
    await sandbox(page).getByRole('tab').first().focus();
    await page.keyboard.press('ControlOrMeta+Enter');
    await hasNotCome(page);
    come();
    await judged(page);
  });

  test('a knob that was turned stays turned, and is written', async ({ page }) => {
    const come = await hold(page, SANDBOX);
    await page.goto('/playground/');
    const knob = sandbox(page)
      .getByRole('group', { name: 'Partitions of the log' })
      .getByRole('radio', { name: '3', exact: true });
    await knob.check();
    await hasNotCome(page);
    come();
    await hasCome(page);
    await expect(knob).toBeChecked();
    await sandbox(page).getByRole('tab', { name: 'settings.ts' }).click();
    await expect(sandbox(page).locator('[data-part="editor"]')).toContainText('partitions = 3;');
  });

  test('paper has every file', async ({ page }) => {
    await page.route(SANDBOX, (route) => route.abort());
    await page.goto('/practice/');
    await works(page);
    const open = sandbox(page).locator('[data-part="editor"] > [data-file] > pre').filter({ visible: true });
    await expect(open).toHaveCount(1);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await expect(open).toHaveCount((await practice).starter.length);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await expect(open).toHaveCount(1);
  });
});

test.describe('a sandbox that cannot be fetched', () => {
  test('says so to whoever uses it, by press or by focus, and what opens by itself opens and closes', async ({
    page,
  }) => {
    await page.route(SANDBOX, (route) => route.abort());
    await page.goto('/practice/');
    await sandbox(page).getByRole('tab').first().focus();
    await expect(sandbox(page)).toContainText(COULD_NOT);
    await solution(page).locator('> summary').click();
    await expect(solution(page)).toHaveAttribute('open');
    await solution(page).locator('> summary').click();
    await expect(solution(page)).not.toHaveAttribute('open');
  });

  test('works when a later try succeeds, and nothing speaks of the failure any more', async ({ page }) => {
    await page.route(SANDBOX, (route) => route.abort());
    await page.goto('/practice/');
    await checkButton(page).click();
    await expect(sandbox(page)).toContainText(COULD_NOT);
    await page.unroute(SANDBOX);
    await checkButton(page).click();
    await judged(page);
    await expect(headline(page)).toHaveText(/holds?$/);
    await expect(sandbox(page)).not.toContainText(COULD_NOT);
  });

  test('because the network swallows it is given up in time, and works when it comes after all', async ({ page }) => {
    await page.clock.install();
    const come = await hold(page, SANDBOX);
    await page.goto('/practice/');
    await solution(page).locator('> summary').click();
    await expect(solution(page)).not.toHaveAttribute('open');
    await page.clock.runFor(1_000);
    await expect(sandbox(page).locator('[data-part="status"]')).toHaveText('Fetching the sandbox…');
    await expect(sandbox(page).locator('[data-waiting="Fetching the sandbox…"]')).toHaveCount(1);
    await expect(solution(page).locator('> summary')).toHaveAttribute('aria-busy', 'true');
    await page.clock.runFor(10_000);
    await expect(sandbox(page).locator('[data-part="status"]')).toContainText(COULD_NOT);
    await expect(solution(page)).toHaveAttribute('open');
    await expect(sandbox(page).locator('[data-waiting], [aria-busy="true"]')).toHaveCount(0);
    come();
    await hasCome(page);
    await expect(sandbox(page)).not.toContainText(COULD_NOT);
  });
});

test('whoever saves data has the sandbox when they use it, and not for having it in view', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => SANDBOX.test(request.url()) && asked.push(request.url()));
  await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
  await page.goto('/practice/');
  await sandbox(page).scrollIntoViewIfNeeded();
  // By then it would have been seen, an idle moment would have come, and the question would be on its way.
  await page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    await new Promise((resolve) => requestIdleCallback(resolve));
    await fetch('/favicon.svg');
  });
  expect(asked).toEqual([]);
  await checkButton(page).click();
  await judged(page);
});

test('a sheet that could not be fetched at first says nothing of it later, and keeps the newest answer', async ({
  page,
}) => {
  const { exercise } = await practice;
  const field = exercise.worksheet!.fields.find(({ kind }) => kind === 'text')!;
  const before = { checks: {}, help: { hints: 0, solution: false }, answers: { [field.id]: 'What I thought before.' } };
  await keepOnDevice(page, {
    progress: JSON.stringify({ version: 1, exercises: { [practiceId]: before }, predictions: {} }),
  });
  await page.route(SHEET, (route) => route.abort());
  await page.goto('/practice/');
  const sheet = page.locator('window-worksheet');
  const prose = sheet.locator(`[data-field="${field.id}"] textarea`);
  await prose.fill('What I think now.');
  await expect(sheet).toContainText('could not be fetched whole');
  await page.unroute(SHEET);
  // A try that began before may still be failing, and whoever waits for it is told and presses again.
  await expect(async () => {
    await sheet.getByRole('button', { name: 'Compare with my run' }).click();
    await expect(sheet.locator('[data-part="saying"]')).toHaveText(/above first\.$/, { timeout: 10_000 });
  }).toPass();
  await expect(prose).toHaveValue('What I think now.');
  await prose.fill('What I think at last.');
  await expect(sheet.locator('[data-part="keeping"]')).toHaveText(
    'Your answers are saved on this device as you write.',
  );
  await expect(sheet).not.toContainText('could not be fetched');
  await page.reload();
  await expect(prose).toHaveValue('What I think at last.');
});

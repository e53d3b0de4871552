import { expect, test } from '@playwright/test';
import {
  addFile,
  check,
  checkButton,
  headline,
  judged,
  openWith,
  practice,
  row,
  sandbox,
  story,
  words,
  write,
} from './practice.ts';

test('a newcomer reads, edits, runs, breaks and solves the practice, and finds it again', async ({ page }) => {
  const { starter, solution } = await practice;
  await page.goto('/');
  await page
    .getByRole('link', { name: /practice/i })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Take the mail out of the order');

  await test.step('nothing has run by itself', async () => {
    await expect(sandbox(page).locator('.verdict')).toContainText('not run yet');
    await expect(story(page).locator('trace-view')).toBeHidden();
  });

  await test.step('the starter is refused, and says why', async () => {
    await check(page);
    await expect(headline(page)).not.toHaveText('7 of 7 hold');
    await expect(row(page, 'live-apart').locator('.check-story')).toContainText(
      'The orders process sent the mail to Ada itself',
    );
    await expect(story(page).locator('trace-view svg').first()).toBeVisible();
  });

  await test.step('they write the solution', async () => {
    const begun = new Set(starter.map(({ path }) => path));
    for (const { path, text } of solution) {
      if (starter.some((file) => file.path === path && file.text === text)) continue;
      if (!begun.has(path)) await addFile(page, path);
      await write(page, path, text);
    }
    await expect(sandbox(page).locator('save-state')).toContainText('Saved on this device');
  });

  await test.step('a run shows what happens, and the console what was said', async () => {
    await page.keyboard.press('Shift+Enter');
    await expect(story(page).locator('trace-view')).toContainText('the window closes');
  });

  await test.step('all promises hold, and the duplicate that nobody can avoid is named', async () => {
    await page.keyboard.press('ControlOrMeta+Enter');
    await judged(page);
    await expect(headline(page)).toHaveText('7 of 7 hold');
    const remark = row(page, 'confirmed-once');
    await expect(remark.locator('.check-word')).toHaveText('passed, with a remark');
    await expect(remark.locator('.remark').first()).toContainText(/got the mail twice, which no program can avoid/);
  });

  await test.step('on return the code and the progress are there, and nothing runs by itself', async () => {
    await page.reload();
    await expect(page.locator('site-solved').first()).toContainText(/solved/i);
    await expect(sandbox(page).getByRole('tab', { name: 'relay.ts' })).toBeVisible();
    await expect(sandbox(page).locator('.verdict')).toContainText('not run yet');
    await page.goto('/');
    await expect(page.locator('site-resume')).toBeVisible();
  });
});

test('the solution and every alternative pass in the page', async ({ page }) => {
  const { solution, alternatives } = await practice;
  for (const files of [solution, ...alternatives.map((each) => each.files)]) {
    await openWith(page, files);
    await check(page);
    expect(await words(page)).toEqual({
      'live-apart': 'passed',
      'accepted-while-down': 'passed',
      'second-subscriber': 'passed',
      'event-is-a-fact': 'passed',
      'no-order-without-event': 'passed',
      'confirmed-once': 'passed, with a remark',
      'page-tells-the-truth': 'passed',
    });
  }
});

test('Check deeply says how far it is, can be stopped, and says what it has not covered', async ({ page }) => {
  const { solution } = await practice;
  await openWith(page, solution);
  await sandbox(page).locator('button[value="deep"]').click();
  await expect(sandbox(page).getByRole('progressbar')).toHaveAttribute('aria-valuenow', /[1-9]/);
  await sandbox(page).locator('button[value="stop"]').click();
  await expect(sandbox(page).locator('.verdict')).toContainText(/stopped/i);
  await expect(sandbox(page).locator('.verdict')).toContainText(/Not played/);

  await sandbox(page).locator('button[value="deep"]').click();
  await expect(sandbox(page).locator('button[value="stop"]')).toBeHidden({ timeout: 50_000 });
  await expect(headline(page)).toHaveText('7 of 7 hold');
  await expect(sandbox(page).locator('.verdict')).toContainText(/pairs/);
});

test('a run says what a handler threw, and where', async ({ page }) => {
  const { starter } = await practice;
  await openWith(
    page,
    starter.map((file) =>
      file.path === 'orders.ts'
        ? {
            ...file,
            text: "export default function start({ app }) {\n  app.post('/orders', async () => {\n    throw new Error('boom');\n  });\n}\n",
          }
        : file,
    ),
  );
  await sandbox(page).locator('button[value="run"]').click();
  const told = sandbox(page).locator('.verdict-run');
  await expect(told).toContainText('orders answered 500: boom');
  await expect(told.getByRole('button', { name: 'orders.ts, line 3, column 11' })).toBeVisible();
});

test('without a connection, checking says what could not be fetched, and works once there is one', async ({
  page,
  context,
}) => {
  await openWith(page, (await practice).starter, '/practice/', 'plain');
  await context.setOffline(true);
  await checkButton(page).click();
  await expect(sandbox(page).locator('.verdict')).toContainText('Check the connection');
  await context.setOffline(false);
  await check(page);
});

test('a run of other code is not told beside what kept the code before it from being checked', async ({ page }) => {
  await openWith(page, (await practice).starter, '/practice/', 'plain');
  await write(page, 'orders.ts', 'export default function start( {');
  await sandbox(page).locator('button[value="check"]').click();
  const told = sandbox(page).locator('check-panel');
  await expect(told).toContainText('Did not compile');
  await write(page, 'orders.ts', "export default function start() {\n  throw new Error('of the run');\n}\n");
  await sandbox(page).locator('button[value="run"]').click();
  await expect(told).toContainText('of the run');
  await expect(told).not.toContainText('Did not compile');
});

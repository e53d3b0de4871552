import { expect, type Page, test } from '@playwright/test';
import { openSandbox, sandbox, story, write } from './practice.ts';

const run = (page: Page) => sandbox(page).locator('button[value="run"]').click();
const conditions = (page: Page) => sandbox(page).locator('play-conditions');
const happened = (page: Page) => story(page).locator('svg').first();

test('one runs it, chooses other conditions, and sees them at once', async ({ page }) => {
  await openSandbox(page, '/playground/');
  await expect(sandbox(page).locator('button[value="check"]')).toBeHidden();
  await run(page);
  await expect(happened(page)).toBeVisible();
  await expect(story(page)).toContainText('1 of 1 order accepted');
  await conditions(page).getByRole('radio', { name: '3', exact: true }).first().check();
  await expect(story(page)).toContainText('3 of 3 orders accepted');
  await conditions(page).getByRole('radio', { name: 'the mail provider' }).check();
  await expect(story(page)).toContainText('3 of 3 orders accepted, 3 messages published');
});

test('what is down is down for as long as one says', async ({ page }) => {
  await openSandbox(page, '/playground/');
  await run(page);
  await expect(happened(page)).toBeVisible();
  await conditions(page).getByRole('radio', { name: 'orders', exact: true }).check();
  await expect(story(page)).toContainText('0 of 1 order accepted');
  await conditions(page).getByRole('radio', { name: 'confirmation', exact: true }).check();
  await conditions(page).getByRole('radio', { name: '3 s' }).check();
  await expect(story(page)).toContainText(/it took [3]\d{3} ms/);
});

test('a knob of the app writes into its settings, and follows what is written there by hand', async ({ page }) => {
  await openSandbox(page, '/playground/');
  await run(page);
  await expect(happened(page)).toBeVisible();
  const knob = (name: string, option: string) =>
    conditions(page).getByRole('group', { name }).getByRole('radio', { name: option, exact: true });
  await knob('The relay looks into the outbox', 'every 50 ms').check();
  await expect(story(page)).toContainText('relay');
  await knob('Partitions of the log', '3').check();
  await expect(story(page)).toContainText('partition');
  await expect(story(page)).toContainText('1 message published, 1 mail sent');
  await sandbox(page).getByRole('tab', { name: 'settings.ts' }).click();
  await expect(sandbox(page).locator('.view-lines')).toContainText('partitions = 3;');
  await knob('Replicas of the database', '1').check();
  await conditions(page).getByRole('radio', { name: 'after each order' }).check();
  await expect(story(page)).toContainText(/[01] of 1 look found the order/);
  await conditions(page).getByRole('radio', { name: '500 ms' }).check();
  await expect(story(page)).toContainText('0 of 1 look found the order');

  await write(
    page,
    'settings.ts',
    'export const pollMs = 1000;\nexport const prefetch = 10;\nexport const replicas = 0;',
  );
  await expect(knob('The relay looks into the outbox', 'every second')).toBeChecked();
  await expect(knob('Prefetch of a queue', '10')).toBeChecked();
  await expect(knob('Partitions of the log', '3')).toBeDisabled();
  await expect(conditions(page)).toContainText('settings.ts has no line “export const partitions = …;”');
});

test('a fault is put at a place that the run reached, told on the timeline, and taken away', async ({ page }) => {
  await openSandbox(page, '/playground/');
  await run(page);
  const add = conditions(page).locator('[data-part="add"]');
  await add.getByLabel('When').selectOption('Orders publishes order.created, 1st time');
  await add.getByLabel('then').selectOption('it dies just before');
  await add.getByRole('button', { name: 'Add this fault' }).click();
  const faults = conditions(page).locator('[data-part="faults"] li');
  await expect(faults).toHaveText(/Orders publishes order.created, 1st time: it dies just before/);
  await expect(story(page)).toContainText('the mail never left');
  await faults.getByRole('button', { name: 'Take away' }).click();
  await expect(faults).toHaveCount(0);
  await expect(story(page)).toContainText('1 mail sent');
});

test('code that does not compile is named by file and line, beside the conditions', async ({ page }) => {
  await openSandbox(page, '/playground/');
  await write(page, 'orders.ts', 'const = 1;');
  await run(page);
  await expect(conditions(page).locator('[data-part="trouble"]')).toContainText('Did not compile');
  await expect(conditions(page).locator('[data-part="trouble"]')).toContainText('orders.ts');
});

test('what was written is there again after a reload', async ({ page }) => {
  await openSandbox(page, '/playground/');
  const text = "export default function start() { console.log('hello from orders'); }";
  await write(page, 'orders.ts', text);
  await page.keyboard.press('ControlOrMeta+s');
  await expect(sandbox(page).locator('save-state')).toContainText('Saved on this device');
  await page.reload();
  await run(page);
  await expect(sandbox(page).locator('play-console')).toContainText('hello from orders');
});

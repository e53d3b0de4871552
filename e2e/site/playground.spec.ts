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

test('what is down is down for as long as one says, and a knob that needs code says which', async ({ page }) => {
  await openSandbox(page, '/playground/');
  await run(page);
  await expect(happened(page)).toBeVisible();
  await conditions(page).getByRole('radio', { name: 'orders', exact: true }).check();
  await expect(story(page)).toContainText('0 of 1 order accepted');
  await conditions(page).getByRole('radio', { name: 'confirmation', exact: true }).check();
  await conditions(page).getByRole('radio', { name: '3 s' }).check();
  await expect(story(page)).toContainText(/it took [3]\d{3} ms/);
  await expect(conditions(page)).toContainText('Partitions and replicas are set in deployment.ts.');
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

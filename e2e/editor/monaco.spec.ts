import { expect, type Page } from '@playwright/test';
import { heard, nameOfFocus, test } from './trial.ts';

const code = (page: Page) => page.locator('.monaco-editor').first();
const lines = (page: Page) => page.locator('.view-line');
const mistakes = (page: Page) => page.locator('.squiggly-error');

/** The beginning of a program that uses the lab, so that a trial need not say it again. */
const program = (body: string) => `import type { Platform } from 'lab';
import { orders } from './schema.ts';

export default async function start({ app, broker, database }: Platform) {
${body}
}
`;

async function write(page: Page, body: string): Promise<void> {
  await page.evaluate((text) => window.trial.setText('orders.ts', text), program(body));
}

test.describe('Monaco', () => {
  test('loads its bytes only when somebody is about to edit', async ({ page, pageUrl }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(pageUrl);
    await expect(page.locator('pre.code')).toBeVisible();
    expect(asked.filter((path) => /monaco|worker|tsMode/i.test(path))).toEqual([]);
    expect(await page.locator('link[rel=stylesheet]').count()).toBe(1);
    await page.locator('pre.code').hover();
    await expect(code(page)).toBeVisible();
    expect(asked.filter((path) => /ts\.worker/.test(path)).length).toBeLessThanOrEqual(1);
  });

  test('takes the place of the static code without moving a letter, and takes no focus', async ({ page, pageUrl }) => {
    await page.goto(pageUrl);
    await page.evaluate(() => document.fonts.ready);
    const place = (selector: string) =>
      page.evaluate((all) => {
        const [first] = [...document.querySelectorAll(all)].filter((line) => line.textContent?.includes('default'));
        const text = document.createTreeWalker(first!, NodeFilter.SHOW_TEXT).nextNode()!;
        const range = document.createRange();
        range.setStart(text, 0);
        range.setEnd(text, 6);
        const { x, y, width } = range.getBoundingClientRect();
        return { x, y, width };
      }, selector);
    const before = await place('pre.code .l');
    const host = await page.locator('#host').boundingBox();
    await page.evaluate(() => window.trial.load());
    await expect(lines(page).first()).toBeVisible();
    expect(await place('.view-line')).toEqual(before);
    expect(await page.locator('#host').boundingBox()).toEqual(host);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
  });

  test('keeps the focus of somebody who had it in the static code', async ({ page, pageUrl }) => {
    await page.goto(pageUrl);
    await page.locator('pre.code').focus();
    await expect(code(page)).toHaveClass(/focused/);
  });

  test('knows the lab, the other files and the simulated globals, and no page', async ({ openEditor }) => {
    const page = await openEditor();
    await write(page, "  app.get('/a', () => ({ status: 200 }));\n  const none: number = 'a';");
    await expect(mistakes(page)).toHaveCount(1);
    await write(
      page,
      `  setTimeout(() => console.log(crypto.randomUUID()), 5);
  const [order] = await database.select(orders, { id: 'a' });
  await broker.publish('order.created', { total: order?.total.toFixed(2), at: new Date().toISOString() });
  const answer = await fetch('http://orders/');
  structuredClone([answer.ok].toSorted());`,
    );
    await expect(mistakes(page)).toHaveCount(0);
    await write(page, '  broker.shout();\n  await database.select(orders, { none: 1 });\n  document.title;');
    await expect(mistakes(page)).toHaveCount(3);
  });

  test('offers what the lab offers', async ({ openEditor }) => {
    const page = await openEditor();
    await write(page, '  broker');
    await page.evaluate(() => window.trial.show('orders.ts', 5));
    await code(page).click({ position: { x: 200, y: 12 + 4 * 23 + 8 } });
    await page.keyboard.press('End');
    await page.keyboard.type('.');
    await expect(page.locator('.suggest-widget.visible')).toContainText('publish');
    await expect(page.locator('.suggest-widget.visible')).toContainText('subscribe');
  });

  test('leaves with Esc, then Tab, forwards and backwards, and otherwise writes with Tab', async ({ openEditor }) => {
    const page = await openEditor();
    await write(page, '  broker');
    await code(page).click({ position: { x: 300, y: 12 + 2 * 23 + 8 } });
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => window.trial.text('orders.ts')?.split('\n')[2])).toBe('  ');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    await expect.poll(() => nameOfFocus(page)).toBe('after');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Shift+Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('#host'))).toBeNull();
  });

  test('spends an Esc that closes the suggestions on that', async ({ openEditor }) => {
    const page = await openEditor();
    await write(page, '  broker');
    await code(page).click({ position: { x: 300, y: 12 + 4 * 23 + 8 } });
    await page.keyboard.type('.');
    await expect(page.locator('.suggest-widget.visible')).toContainText('publish');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('#host') !== null)).toBe(true);
  });

  test('hears the keys for check, run and save, and the browser does not', async ({ openEditor }) => {
    const page = await openEditor();
    await code(page).click({ position: { x: 300, y: 20 } });
    await page.keyboard.press('Control+Enter');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.press('Control+s');
    expect(await heard(page)).toEqual(['check', 'run', 'save']);
  });

  test('marks the lines of a story, with what is said beside them', async ({ openEditor }) => {
    const page = await openEditor();
    await page.evaluate(() =>
      window.trial.mark([{ path: 'orders.ts', line: 3, kind: 'crash', label: 'crashed here, 43 ms' }]),
    );
    await expect(page.locator('.why')).toHaveText('crashed here, 43 ms');
    const marked = await page.locator('.view-overlays .code-hit').boundingBox();
    expect(marked?.height).toBe(23);
    await page.evaluate(() => window.trial.show('confirmation.ts'));
    await expect(page.locator('.why')).toHaveCount(0);
    await page.evaluate(() => window.trial.show('orders.ts'));
    await expect(page.locator('.why')).toHaveCount(1);
    await page.evaluate(() => window.trial.mark([]));
    await expect(page.locator('.why')).toHaveCount(0);
  });

  test('shows the problems of an engine', async ({ openEditor }) => {
    const page = await openEditor();
    await page.evaluate(() =>
      window.trial.report([{ path: 'orders.ts', line: 5, column: 6, message: 'This never ends.' }]),
    );
    await expect(mistakes(page)).toHaveCount(1);
    // The editor closes a hover when it draws its marks anew, as it does once more when the types have been read.
    await expect(async () => {
      await page.mouse.move(0, 0);
      await mistakes(page).hover({ force: true });
      await expect(page.locator('.monaco-hover:visible')).toContainText('This never ends.', { timeout: 3_000 });
    }).toPass();
  });

  test('undoes file by file, and takes new text as an edit that can be undone', async ({ openEditor }) => {
    const page = await openEditor();
    const before = await page.evaluate(() => window.trial.text('orders.ts'));
    await code(page).click({ position: { x: 300, y: 20 } });
    await page.keyboard.press('End');
    await page.keyboard.type('x');
    await page.evaluate(() => window.trial.setText('confirmation.ts', 'export {};\n'));
    await page.evaluate(() => window.trial.show('confirmation.ts'));
    await expect(lines(page).first()).toHaveText('export {};');
    await page.evaluate(() => window.trial.show('orders.ts'));
    await code(page).click({ position: { x: 300, y: 20 } });
    await page.keyboard.press('Control+z');
    await expect.poll(() => page.evaluate(() => window.trial.text('orders.ts'))).toBe(before);
    await page.evaluate(() => window.trial.show('confirmation.ts'));
    await code(page).click({ position: { x: 300, y: 20 } });
    await page.keyboard.press('Control+z');
    await expect(lines(page).first()).not.toHaveText('export {};');
  });

  test('lets read-only files be read and not be changed, and says so', async ({ openEditor }) => {
    const page = await openEditor();
    await page.evaluate(() => window.trial.show('lab/lab.ts', 30));
    await code(page).click({ position: { x: 300, y: 100 } });
    await page.keyboard.type('x');
    await expect(page.locator('.monaco-editor-overlaymessage')).toContainText('you can read it and not change it');
    expect(await heard(page)).toEqual([]);
    await expect(mistakes(page)).toHaveCount(0);
  });

  test('follows a name into another file by telling the page', async ({ openEditor }) => {
    const page = await openEditor();
    await write(page, '  broker');
    await code(page).click({ position: { x: 42 + 8 * 18, y: 12 + 8 } });
    await page.keyboard.press('F12');
    await expect.poll(() => heard(page)).toContainEqual(expect.stringMatching(/^open lab\/lab\.ts:\d+$/));
  });

  test('follows the mode of the page', async ({ openEditor }) => {
    const page = await openEditor();
    const ground = () => code(page).evaluate((element) => getComputedStyle(element).backgroundColor);
    const light = await ground();
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(ground).not.toBe(light);
    await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'light'));
    await expect.poll(ground).toBe(light);
  });

  test('gives way to the plain editor, with a sentence, when it cannot be loaded', async ({ page, pageUrl }) => {
    await page.route(/monaco-editor/, (route) => route.abort());
    await page.goto(pageUrl);
    expect(await page.evaluate(() => window.trial.load())).toBe('plain');
    await expect(page.locator('#state')).toContainText('could not be loaded. This plain one takes its place');
    await page.locator('textarea:visible').fill('const a = 1;');
    expect(await heard(page)).toEqual(['change orders.ts']);
  });

  test('goes on without types, with a sentence, when its worker cannot be loaded', async ({ page, pageUrl }) => {
    await page.route(/ts\.worker/, (route) => route.abort());
    await page.goto(pageUrl);
    await page.evaluate(() => window.trial.load());
    await expect.poll(() => heard(page)).toContainEqual(expect.stringContaining('Types are not checked'));
    await code(page).click({ position: { x: 300, y: 20 } });
    await page.keyboard.type('x');
    expect(await heard(page)).toContain('change orders.ts');
  });
});

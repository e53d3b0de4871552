import { expect, type Page } from '@playwright/test';
import { heard, nameOfFocus, test } from './trial.ts';

const area = (page: Page) => page.locator('textarea:visible');

async function put(page: Page, text: string): Promise<void> {
  await page.evaluate((source) => window.trial.setText('orders.ts', source), text);
  await area(page).click();
}

test.describe('the plain editor', () => {
  test('writes two spaces with Tab, keeps the depth of a line, and all of it can be undone', async ({ openEditor }) => {
    const page = await openEditor('editor=plain');
    await put(page, '');
    await page.keyboard.type('if (a) {');
    await page.keyboard.press('Enter');
    await page.keyboard.type('b();');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('c();');
    await expect(area(page)).toHaveValue('if (a) {\n  b();\n    c();');
    expect(await page.evaluate(() => window.trial.text('orders.ts'))).toBe('if (a) {\n  b();\n    c();');
    for (let step = 0; step < 30; step += 1) await page.keyboard.press('Control+z');
    await expect(area(page)).not.toHaveValue(/if/);
  });

  test('moves selected lines in with Tab', async ({ openEditor }) => {
    const page = await openEditor('editor=plain');
    await put(page, 'a\n\nb');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Tab');
    await expect(area(page)).toHaveValue('  a\n\n  b');
  });

  test('leaves with Esc, then Tab, and with Shift Tab', async ({ openEditor }) => {
    const page = await openEditor('editor=plain');
    await put(page, 'a');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    await expect.poll(() => nameOfFocus(page)).toBe('after');
    await expect(area(page)).toHaveValue('a');
    await area(page).focus();
    await page.keyboard.press('Shift+Tab');
    await expect(area(page)).not.toBeFocused();
  });

  test('hears the keys for check, run and save', async ({ openEditor }) => {
    const page = await openEditor('editor=plain');
    await area(page).click();
    for (const key of ['Control+Enter', 'Shift+Enter', 'Control+s']) await page.keyboard.press(key);
    expect(await heard(page)).toEqual(['check', 'run', 'save']);
  });

  test('shows marks and problems at their lines and in a list that leads there', async ({ openEditor }) => {
    const page = await openEditor('editor=plain');
    await page.evaluate(() => {
      window.trial.mark([{ path: 'orders.ts', line: 3, kind: 'crash', label: 'crashed here, 43 ms' }]);
      window.trial.report([{ path: 'orders.ts', line: 5, column: 6, message: 'This never ends.' }]);
    });
    await expect(page.locator('.plain-line.is-hit .why')).toHaveText('crashed here, 43 ms');
    await expect(page.locator('.plain-number.is-struck')).toHaveText('5');
    await expect(page.getByRole('listitem')).toHaveText([
      'Line 5, column 6 This never ends.',
      'Line 3 crashed here, 43 ms',
    ]);
    await page.getByRole('button', { name: 'Line 5, column 6' }).click();
    const at = await area(page).evaluate((element: HTMLTextAreaElement) =>
      element.value.slice(0, element.selectionStart),
    );
    expect(at.split('\n').length).toBe(5);
    expect(at.split('\n').at(-1)).toHaveLength(5);
  });

  test('has a name, says what is read only, and keeps its letters where the static code had them', async ({
    openEditor,
  }) => {
    const page = await openEditor('editor=plain');
    await expect(area(page)).toHaveAccessibleName('Code, orders.ts');
    await page.evaluate(() => window.trial.show('schema.ts'));
    await expect(area(page)).toHaveAccessibleName('Code, schema.ts, read only');
    await expect(area(page)).toHaveJSProperty('readOnly', true);
    const first = await page.locator('.plain-number').first().boundingBox();
    const last = await page.locator('.plain-number').nth(9).boundingBox();
    expect((last?.y ?? 0) - (first?.y ?? 0)).toBe(9 * 23);
  });

  test('scrolls its numbers and marks with its text', async ({ openEditor }) => {
    const page = await openEditor('editor=plain');
    await page.evaluate(() => {
      window.trial.show('lab/lab.ts', 120);
    });
    const top = await area(page).evaluate((element) => element.scrollTop);
    expect(top).toBeGreaterThan(500);
    const gutter = page.locator('.plain-gutter .plain-column');
    await expect(gutter).toHaveCSS('transform', `matrix(1, 0, 0, 1, 0, ${-top})`);
  });

  test('changes places with Monaco when the learner wants it, and keeps the code', async ({ openEditor }) => {
    const page = await openEditor('editor=plain');
    await area(page).fill('const mine = 1;\n');
    expect(await page.evaluate(() => window.trial.use('monaco'))).toBe('monaco');
    await expect(page.locator('.view-line').first()).toHaveText('const mine = 1;');
    expect(await page.evaluate(() => window.trial.use('plain'))).toBe('plain');
    await expect(area(page)).toHaveValue('const mine = 1;\n');
    await expect(page.locator('.monaco-editor')).toHaveCount(0);
  });
});

test.describe('on a device without a mouse', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test('the plain editor is the first choice', async ({ openEditor }) => {
    const page = await openEditor();
    await expect(area(page)).toBeVisible();
    await expect(page.locator('.monaco-editor')).toHaveCount(0);
  });
});

test.describe('the solution beside the code', () => {
  for (const width of [390, 1280]) {
    test(`says what differs in words, too, and fits ${width} px`, async ({ openEditor, page }) => {
      await page.setViewportSize({ width, height: 900 });
      await openEditor('editor=plain&diff');
      await expect(page.getByRole('heading', { name: 'relay.ts' })).toBeVisible();
      await expect(page.locator('#diff')).toContainText('This file is only in the solution.');
      await expect(page.locator('#diff')).toContainText('Only in your code, 2 lines from line');
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    });
  }
});

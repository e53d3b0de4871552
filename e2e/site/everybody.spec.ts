import { expect, test } from '@playwright/test';
import { pages } from './pages.ts';
import { check, openWith, practice, sandbox, story } from './practice.ts';

test('every page asks its own host for everything, and nothing fails', async ({ page }) => {
  const foreign: string[] = [];
  const failed: string[] = [];
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== '127.0.0.1') foreign.push(request.url());
  });
  page.on('response', (response) => {
    if (response.status() >= 400) failed.push(`${response.status()} ${response.url()}`);
  });
  page.on('pageerror', (error) => failed.push(error.message));
  for (const address of pages) await page.goto(address, { waitUntil: 'networkidle' });
  await page.goto('/practice/');
  await check(page);
  expect(foreign).toEqual([]);
  expect(failed).toEqual([]);
});

test('nobody with JavaScript is told to allow it', async ({ page }) => {
  for (const address of pages) {
    await page.goto(address);
    await expect(page.locator('.unscripted:visible'), address).toHaveCount(0);
  }
});

test('links between pages lead somewhere', async ({ page, request }) => {
  const texts = new Map<string, string>();
  const textOf = async (path: string, from: string) => {
    const answer = texts.has(path) ? undefined : await request.get(path);
    if (answer) expect(answer.status(), `${from} → ${path}`).toBe(200);
    if (answer) texts.set(path, await answer.text());
    return texts.get(path)!;
  };
  for (const address of pages) {
    await page.goto(address);
    const links = await page.locator('a[href]').evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href));
    for (const link of new Set(links)) {
      const { hostname, pathname, hash } = new URL(link);
      if (hostname !== '127.0.0.1') continue;
      const text = await textOf(pathname, address);
      if (hash && !hash.startsWith('#story'))
        expect(text.split(` id="${hash.slice(1)}"`).length - 1, `${address} → ${link}`).toBe(1);
    }
  }
});

test('without JavaScript the practice can be read whole: task, code, checks, hints and solution', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  const { exercise } = await practice;
  await page.goto('/practice/');
  for (const { title } of exercise.checks) await expect(sandbox(page)).toContainText(title);
  await expect(sandbox(page)).toContainText('sendConfirmation');
  await expect(sandbox(page).getByText('allow JavaScript')).toBeVisible();
  await expect(sandbox(page).locator('button:visible')).toHaveCount(0);
  await expect(page.locator('figure svg').first()).toBeVisible();
  await context.close();
});

test('the editor takes the place of the static code without moving anything', async ({ page }) => {
  await page.goto('/practice/');
  await page.evaluate(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await sandbox(page).scrollIntoViewIfNeeded();
  await sandbox(page).locator('[data-part="editor"]').hover();
  await expect(sandbox(page).locator('.monaco-editor').first()).toBeVisible();
  const total = await page.evaluate(() =>
    (window as unknown as { shifts: number[] }).shifts.reduce((sum, value) => sum + value, 0),
  );
  expect(total).toBe(0);
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
});

test('the theme follows the system until it is switched, and the switch is remembered', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/');
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const dark = await ground();
  await page.locator('theme-switch').locator('button').first().click();
  const light = await ground();
  expect(light).not.toBe(dark);
  await page.goto('/practice/');
  expect(await ground()).toBe(light);
});

test('on a phone nothing is wider than the screen, and the switch shows one part at a time', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const address of pages) {
    await page.goto(address);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(390);
  }
  await openWith(page, (await practice).starter);
  await check(page);
  await expect(sandbox(page).locator('.pane-result')).toBeVisible();
  await expect(sandbox(page).locator('[data-part="editor"]')).toBeHidden();
  await expect(story(page).locator('svg.is-tall').first()).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

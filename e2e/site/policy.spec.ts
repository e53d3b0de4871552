import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { everywhere } from '../../src/build/host-headers.ts';
import { servePage } from '../engine/serve-page.ts';
import { pages } from './pages.ts';
import { check, headline, openWith, practice, sandbox, story } from './practice.ts';
import { search } from './searching.ts';

/** What the browser refuses from now on because of a policy, of the page, its frames and theirs. */
function refusals(page: Page): readonly string[] {
  const refused: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) refused.push(message.text());
  });
  return refused;
}

test('every page has a policy that lets only known scripts run, and does not go against it', async ({ page }) => {
  const refused = refusals(page);
  for (const address of pages) {
    await page.goto(address);
    const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    expect(policy, address).toContain("script-src 'self' ");
    expect(policy, address).not.toMatch(/script-src[^;]*'unsafe-(inline|eval)'/);
  }
  expect(refused).toEqual([]);
});

test('nor does what a page fetches while it is used: editor, frame, timeline, terminal and search', async ({
  page,
}) => {
  const refused = refusals(page);
  // Real Node is let in; the tests ask nothing of other hosts.
  await page.route('https://stackblitz.com/**', (route) => route.abort());
  await openWith(page, (await practice).starter);
  await sandbox(page).locator('[data-part="editor"]').click();
  await expect(sandbox(page).locator('.monaco-editor.focused')).toBeVisible();
  await check(page);
  await expect(story(page).locator('svg').first()).toBeVisible();
  await sandbox(page).getByRole('button', { name: 'Open a terminal' }).click();
  await expect(sandbox(page).locator('sandbox-terminal')).toContainText('stackblitz.com');
  await search(page, 'outbox');
  expect(refused).toEqual([]);
});

test('a host’s own policy that allows what the page’s does leaves code, search and page at work', async ({ page }) => {
  await page.route('**/practice/', async (route) => {
    const response = await route.fetch();
    const [ours] = /script-src [^;"]*/.exec(await response.text()) ?? [];
    if (ours === undefined) throw new Error('The page has no policy for scripts.');
    await route.fulfill({
      response,
      headers: { ...response.headers(), 'content-security-policy': `${ours}; connect-src 'self'` },
    });
  });
  const refused = refusals(page);
  await openWith(page, (await practice).solution);
  await check(page);
  await expect(headline(page)).toHaveText(/holds?$/);
  await search(page, 'outbox');
  expect(refused).toEqual([]);
});

test('a script that somebody smuggles into a page does not run', async ({ page }) => {
  await page.goto('/practice/');
  const ran = await page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'window.smuggled = true';
    document.body.append(script);
    const button = document.createElement('button');
    button.setAttribute('onclick', 'window.smuggled = true');
    document.body.append(button);
    button.click();
    return 'smuggled' in window;
  });
  expect(ran).toBe(false);
});

test('pages and files are answered with the headers that hosts are told of', async ({ request }) => {
  const lower = Object.fromEntries(Object.entries(everywhere).map(([name, value]) => [name.toLowerCase(), value]));
  for (const address of ['/practice/', '/favicon.svg'])
    expect((await request.get(address)).headers(), address).toMatchObject(lower);
});

test('a page of another site cannot show one of these in a frame', async ({ page, baseURL }) => {
  const folder = await mkdtemp(join(tmpdir(), 'another-site-'));
  await writeFile(
    join(folder, 'index.html'),
    `<title>Another site</title><iframe src="${baseURL}/practice/"></iframe>`,
  );
  const other = await servePage(folder, false);
  try {
    const refused = refusals(page);
    await page.goto(other.origin);
    await expect.poll(() => refused.join('\n')).toContain("frame-ancestors 'self'");
    expect(await page.frames()[1]!.locator('code-sandbox').count()).toBe(0);
  } finally {
    other.close();
    await rm(folder, { recursive: true });
  }
});

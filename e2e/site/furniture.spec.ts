import { readdirSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { servePage } from '../engine/serve-page.ts';
import { buildInto } from './build-into.ts';
import { lessons, pages } from './pages.ts';
import { sandbox } from './practice.ts';
import { found, search, searchDialog, searchField, searchStatus } from './searching.ts';
import { violations, violationsInBothSchemes } from './violations.ts';

const shortcuts = (page: Page) => page.getByRole('dialog', { name: 'Keyboard shortcuts' });

test.describe('search', () => {
  test('nothing of it is fetched before it is used', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto('/lessons/outbox/', { waitUntil: 'networkidle' });
    const isOfSearch = (path: string) => /pagefind|terms\.json|search-dialog/.test(path);
    expect(asked.filter(isOfSearch)).toEqual([]);
    await search(page, 'relay');
    expect(asked.filter(isOfSearch).length).toBeGreaterThan(3);
  });

  test('a term of the glossary comes first, then pages with the places in them, what was looked for marked', async ({
    page,
  }) => {
    await page.goto('/');
    await search(page, 'outbox');
    await expect(found(page).first()).toHaveAttribute('href', '/glossary/#outbox');
    await expect(searchStatus(page)).toHaveText(/^One term of the glossary\. \d+ pages speak of “outbox”\./);
    await expect(searchDialog(page).locator('.is-page').first()).toHaveAttribute('href', '/lessons/outbox/');
    await expect(searchDialog(page).locator('.is-place').first()).toHaveAttribute('href', /^\/lessons\/outbox\/#/);
    await expect(searchDialog(page).locator('mark').first()).toHaveText(/^outbox$/i);
  });

  test('words of two parts of a page are not glued to each other', async ({ page }) => {
    await page.goto('/');
    await search(page, 'saga');
    await expect(searchDialog(page)).toContainText('A process over several services');
    expect(await searchDialog(page).innerText()).not.toMatch(/saga[A-Z]/);
  });

  test('neither code nor the words of a drawing nor answers are found', async ({ page }) => {
    await page.goto('/');
    await search(page, 'fireAndForget');
    const texts = await searchDialog(page).locator('.found-words').allInnerTexts();
    expect(texts.filter((text) => /simulated ms|await |Show the answer|not run yet/.test(text))).toEqual([]);
  });

  test('the keyboard is enough: slash, a word, arrows, Enter, and Escape', async ({ page }) => {
    await page.goto('/overview/');
    await page.keyboard.press('/');
    await expect(searchField(page)).toBeFocused();
    await page.keyboard.type('idempotent');
    await expect(searchStatus(page)).toContainText('“idempotent”');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(found(page).nth(1)).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await expect(searchField(page)).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(searchDialog(page)).toBeHidden();
    await page.keyboard.press('/');
    await expect(searchField(page)).toHaveValue('idempotent');
    const first = await found(page).first().getAttribute('href');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`${first}$`));
  });

  test('Enter opens nothing that was found for other words: it looks first, and the next one opens', async ({
    page,
  }) => {
    await page.goto('/overview/');
    await search(page, 'outbox');
    // Quicker than the pause after which it looks by itself.
    await searchField(page).evaluate((field) => {
      (field as HTMLInputElement).value = 'idempotent';
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    });
    await expect(searchStatus(page)).toContainText('“idempotent”');
    await expect(page).toHaveURL(/\/overview\/$/);
    const first = await found(page).first().getAttribute('href');
    await searchField(page).press('Enter');
    await expect(page).toHaveURL(new RegExp(`${first}$`));
  });

  test('a place in the page that is shown closes the search and is gone to', async ({ page }) => {
    await page.goto('/lessons/outbox/');
    await search(page, 'relay');
    const place = searchDialog(page).locator('.is-place[href^="/lessons/outbox/#"]').first();
    const href = (await place.getAttribute('href'))!;
    await place.click();
    await expect(searchDialog(page)).toBeHidden();
    await expect(page).toHaveURL(new RegExp(`${href}$`));
  });

  test('what nobody speaks of is said to be so', async ({ page }) => {
    await page.goto('/');
    await search(page, 'xyzzyplugh');
    await expect(searchStatus(page)).toContainText('No page speaks of “xyzzyplugh”.');
    await expect(found(page)).toHaveCount(0);
  });

  test('an index that cannot be fetched is told, with a way on, and found when it is there again', async ({ page }) => {
    await page.route('**/pagefind/**', (route) => route.abort());
    await page.goto('/');
    await page.locator('.top site-search button').click();
    await searchField(page).fill('outbox');
    await expect(searchStatus(page)).toContainText('The index of the course could not be fetched.');
    await expect(searchDialog(page).getByRole('link', { name: /syllabus/ })).toHaveAttribute('href', '/#syllabus');
    // Enter tries again, and does not go to the first of the ways on.
    await searchField(page).press('Enter');
    await expect(searchDialog(page)).toBeVisible();
    await expect(page).toHaveURL(/\/$/);
    await page.unroute('**/pagefind/**');
    await searchDialog(page).getByRole('button', { name: 'Try again' }).click();
    await expect(searchStatus(page)).toContainText('“outbox”');
  });

  for (const scheme of ['light', 'dark'] as const)
    test(`its dialog breaks no rule of accessibility, ${scheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await page.goto('/lessons/outbox/');
      await search(page, 'outbox');
      expect(await violations(page)).toEqual([]);
    });

  test('without JavaScript there is no button for it', async ({ browser, baseURL }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) });
    const page = await context.newPage();
    await page.goto('/');
    await expect(page.locator('site-search:visible')).toHaveCount(0);
    await expect(page.locator('button:visible')).toHaveCount(0);
    await context.close();
  });
});

test.describe('shortcuts', () => {
  test('? lists those of this page, and it is accessible', async ({ page }) => {
    await page.goto('/lessons/outbox/');
    await page.keyboard.press('?');
    await expect(shortcuts(page)).toContainText('Next: When events cost more than they give');
    await expect(shortcuts(page)).toContainText('Check');
    expect(await violationsInBothSchemes(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.goto('/glossary/');
    await page.keyboard.press('?');
    await expect(shortcuts(page)).toContainText('Search the course');
    await expect(shortcuts(page)).not.toContainText('Check');
    await expect(shortcuts(page)).not.toContainText('Next');
  });

  test('a list that cannot be fetched is told, and comes when it is asked for again', async ({ page }) => {
    const unheard: Error[] = [];
    page.on('pageerror', (error) => unheard.push(error));
    await page.route('**/_astro/shortcuts-dialog*', (route) => route.abort());
    await page.goto('/glossary/');
    await page.keyboard.press('?');
    await expect(page.locator('site-shortcuts')).toContainText('could not be fetched');
    await page.unroute('**/_astro/shortcuts-dialog*');
    await page.keyboard.press('?');
    await expect(shortcuts(page)).toBeVisible();
    await expect(page.locator('site-shortcuts')).not.toContainText('could not be fetched');
    expect(unheard).toEqual([]);
  });

  test('n and p go through the course', async ({ page }) => {
    await page.goto('/lessons/brokers/');
    await page.keyboard.press('n');
    await expect(page).toHaveURL(/\/lessons\/eventual-consistency\/$/);
    await page.waitForLoadState();
    await page.keyboard.press('p');
    await expect(page).toHaveURL(/\/lessons\/brokers\/$/);
  });

  test('in the editor and in a field they are letters', async ({ page }) => {
    await page.goto('/practice/');
    await sandbox(page).scrollIntoViewIfNeeded();
    await sandbox(page).locator('[data-part="editor"]').hover();
    await sandbox(page).locator('.monaco-editor').first().click();
    await expect(sandbox(page).locator('.monaco-editor.focused')).toBeVisible();
    await page.keyboard.type('np/?');
    await expect(page).toHaveURL(/\/practice\/$/);
    await expect(page.locator('dialog[open]')).toHaveCount(0);
    await page.locator('window-worksheet textarea').first().fill('');
    await page.locator('window-worksheet textarea').first().pressSequentially('n?');
    await expect(page.locator('window-worksheet textarea').first()).toHaveValue('n?');
    await expect(page.locator('dialog[open]')).toHaveCount(0);
  });

  test('single keys can be switched off, which is remembered, and on again with the button', async ({ page }) => {
    await page.goto('/lessons/brokers/');
    await page.keyboard.press('?');
    await shortcuts(page).getByRole('switch').click();
    await page.keyboard.press('Escape');
    await page.reload();
    for (const key of ['?', '/', 'n']) await page.keyboard.press(key);
    await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
    await expect(shortcuts(page).getByRole('switch')).not.toBeChecked();
    await expect(page).toHaveURL(/\/lessons\/brokers\/$/);
    await shortcuts(page).getByRole('switch').click();
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    await expect(searchField(page)).toBeFocused();
  });
});

test('a program that is shown can be copied, and that is said', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/lessons/outbox/');
  const code = page.locator('.shown-program[open] copy-code').first();
  await code.getByRole('button', { name: /^Copy / }).click();
  await expect(code.getByRole('status')).toContainText('is copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await code.locator('pre').textContent());
});

test.describe('the page that says that there is none', () => {
  test('names the lesson that was meant, searches and shows the course', async ({ page }) => {
    const answer = await page.goto('/lessons/outbx/');
    expect(answer?.status()).toBe(404);
    await expect(page.getByText('Did you mean')).toBeVisible();
    await page.getByRole('button', { name: 'Search the course' }).click();
    await expect(searchField(page)).toBeFocused();
    await page.keyboard.press('Escape');
    for (const lesson of lessons) await expect(page.locator(`main a[href="${lesson}"]`).first()).toBeVisible();
    await page.locator('site-nearest a').click();
    await expect(page).toHaveURL(/\/lessons\/outbox\/$/);
  });

  test('guesses at nothing when nothing is alike', async ({ page }) => {
    await page.goto('/zzzzzz/');
    await expect(page.getByRole('heading', { name: 'No page was delivered here' })).toBeVisible();
    await expect(page.getByText('Did you mean')).toHaveCount(0);
  });
});

test.describe('what others read of the site', () => {
  test('the sitemap lists every page but the one for none, and each answers', async ({ request }) => {
    const map = await (await request.get('/sitemap.xml')).text();
    const listed = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => new URL(address!).pathname);
    expect(listed.toSorted()).toEqual(pages.filter((page) => page !== '/404.html'));
    for (const path of listed) expect((await request.get(path)).status(), path).toBe(200);
    expect(await (await request.get('/robots.txt')).text()).toMatch(/^Sitemap: https?:\/\/\S+\/sitemap\.xml$/m);
  });

  test('the feed is Atom, newest first, and its links lead somewhere', async ({ page, request }) => {
    await page.goto('/');
    const address = (await page.locator('link[type="application/atom+xml"]').getAttribute('href'))!;
    const text = await (await request.get(address)).text();
    const feed = await page.evaluate((xml) => {
      const parsed = new DOMParser().parseFromString(xml, 'application/xml');
      const all = (name: string) => [...parsed.querySelectorAll(name)].map((each) => each.textContent);
      return {
        broken: parsed.querySelector('parsererror') !== null,
        root: `${parsed.documentElement.namespaceURI} ${parsed.documentElement.localName}`,
        ids: all('entry > id'),
        updated: all('entry > updated'),
        links: [...parsed.querySelectorAll('entry > link')].map((each) => each.getAttribute('href') ?? ''),
      };
    }, text);
    expect(feed.broken).toBe(false);
    expect(feed.root).toBe('http://www.w3.org/2005/Atom feed');
    expect(new Set(feed.ids).size).toBe(feed.ids.length);
    expect(feed.updated).toEqual(feed.updated.toSorted().toReversed());
    for (const link of feed.links) expect((await request.get(new URL(link).pathname)).status(), link).toBe(200);
    await page.getByRole('link', { name: 'What has changed' }).click();
    const listed = await page.locator('main dl > div').evaluateAll((all) => all.map(({ id }) => id));
    expect(listed).toEqual(feed.ids.map((id) => new URL(id!).hash.slice(1)));
  });

  test('every page has a whole canonical address and a card of 1200 by 630 that is there', async ({
    page,
    request,
  }) => {
    for (const path of pages.filter((each) => each !== '/404.html')) {
      await page.goto(path);
      const meta = (property: string) => page.locator(`meta[property="${property}"]`).getAttribute('content');
      const canonical = await page.locator('link[rel="canonical"]').getAttribute('href');
      expect(canonical, path).toMatch(/^https?:\/\//);
      expect(await meta('og:url')).toBe(canonical);
      expect(await meta('og:image:alt')).toBeTruthy();
      const card = await request.get(new URL((await meta('og:image'))!).pathname);
      expect(card.headers()['content-type'], path).toContain('image/png');
      const png = await card.body();
      expect([png.readUInt32BE(16), png.readUInt32BE(20)], path).toEqual([1200, 630]);
      expect(png.length, path).toBeGreaterThan(20_000);
    }
  });

  test('home tells of the course and its parts, a lesson of where it stands', async ({ page }) => {
    const graph = async (path: string) => {
      await page.goto(path);
      const text = (await page.locator('script[type="application/ld+json"]').textContent())!;
      return JSON.parse(text)['@graph'] as readonly { '@type': string; hasPart?: readonly unknown[] }[];
    };
    const [course] = await graph('/');
    expect(course).toMatchObject({ '@type': 'Course' });
    expect(course?.hasPart).toHaveLength(lessons.length + 2);
    expect((await graph('/lessons/outbox/')).map((thing) => thing['@type'])).toEqual([
      'LearningResource',
      'BreadcrumbList',
    ]);
  });

  test('the manifest can be installed: a name, a start inside its scope, and icons of their sizes', async ({
    page,
    request,
  }) => {
    await page.goto('/');
    const address = (await page.locator('link[rel="manifest"]').getAttribute('href'))!;
    const manifest = await (await request.get(address)).json();
    expect(manifest).toMatchObject({ name: 'Event-driven basics', display: 'standalone', start_url: '/', scope: '/' });
    for (const { src, sizes, type } of manifest.icons) {
      const icon = await request.get(src);
      expect(icon.status(), src).toBe(200);
      if (type !== 'image/png') continue;
      const png = await icon.body();
      expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`, src).toBe(sizes);
    }
    for (const icon of await page.locator('link[rel~="icon"], link[rel="apple-touch-icon"]').all())
      expect((await request.get((await icon.getAttribute('href'))!)).status()).toBe(200);
  });
});

test('on paper there are no controls, code is whole, and dark is light', async ({ page }) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.setViewportSize({ width: 700, height: 1000 });
  await page.goto('/lessons/outbox/');
  await expect(page.locator('button:visible')).toHaveCount(0);
  expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(22, 32, 27)');
  const cut = await page
    .locator('.shown-program[open] pre, .code-area pre')
    .evaluateAll((all) => all.filter((pre) => pre.scrollWidth > pre.clientWidth + 1).length);
  expect(cut).toBe(0);
});

for (const width of [390, 768, 860, 1010, 1280, 1920])
  test(`the header fits into ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('/');
    const head = page.locator('header.top');
    expect((await head.boundingBox())!.height).toBeLessThanOrEqual(62);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await expect(head.getByRole('button', { name: 'Search' })).toBeInViewport({ ratio: 1 });
  });

test('under a path of its own everything is found, and a problem is told where the site’s owner wants it', async ({
  page,
}) => {
  test.setTimeout(300_000);
  const folder = await mkdtemp(join(tmpdir(), 'site-below-a-path-'));
  const settings = {
    SITE_URL: 'https://course.example',
    BASE_PATH: '/basics/',
    REPORT_URL: 'https://host.example/new?labels=course',
    EDIT_URL: 'https://host.example/edit/main/',
  };
  try {
    await buildInto(join(folder, 'basics'), settings);
    const served = await servePage(folder);
    await page.goto(`${served.origin}/basics/lessons/outbox/#story=told-once/crash-after@relay:publish:1`);
    await search(page, 'outbox');
    await expect(found(page).first()).toHaveAttribute('href', '/basics/glossary/#outbox');
    await expect(searchDialog(page).locator('.is-page').first()).toHaveAttribute('href', '/basics/lessons/outbox/');
    await page.keyboard.press('Escape');

    const link = page.getByRole('link', { name: 'Report a problem' });
    await link.hover();
    // What writes the report comes with the pointer.
    await expect(async () => {
      await link.dispatchEvent('pointerdown');
      expect(new URL((await link.getAttribute('href'))!).searchParams.has('body')).toBe(true);
    }).toPass();
    const report = new URL((await link.getAttribute('href'))!);
    expect(report.origin + report.pathname).toBe('https://host.example/new');
    expect(report.searchParams.get('labels')).toBe('course');
    expect(report.searchParams.get('title')).toBe('The outbox: ');
    expect(report.searchParams.get('body')).toContain('Story on show: told-once, schedule crash-after@relay:publish:1');
    await expect(page.getByRole('link', { name: 'Edit this page' })).toHaveAttribute(
      'href',
      'https://host.example/edit/main/content/lessons/outbox.mdx',
    );

    await expect(page.locator('link[rel="canonical"]')).toHaveAttribute(
      'href',
      'https://course.example/basics/lessons/outbox/',
    );
    const manifest = JSON.parse(await readFile(join(folder, 'basics/manifest.webmanifest'), 'utf8'));
    expect(manifest).toMatchObject({ id: '/basics/', start_url: '/basics/', scope: '/basics/' });
    const headers = await readFile(join(folder, 'basics/_headers'), 'utf8');
    const [asked] = served.requests.filter((path) => path.includes('/_astro/'));
    expect(asked).toMatch(/^\/basics\/_astro\//);
    expect(headers).toContain('\n/basics/_astro/*\n  Cache-Control: public, max-age=31536000, immutable\n');
    const listed = await readFile(join(folder, 'basics/sitemap.xml'), 'utf8');
    expect(listed).toContain('<loc>https://course.example/basics/lessons/outbox/</loc>');
    served.close();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('without these settings nobody is sent anywhere', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('link', { name: /Report a problem|Edit this page/ })).toHaveCount(0);
});

test('of Pagefind only what the search takes is published', () => {
  const built = fileURLToPath(new URL('../../dist/', import.meta.url));
  expect(readdirSync(`${built}pagefind`).filter((name) => /-(ui|worker|highlight)\./.test(name))).toEqual([]);
});

import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { type Served, servePage } from '../engine/serve-page.ts';
import { keptOffline } from './kept-offline.ts';
import { pages } from './pages.ts';
import { check, comeNear, headline, practice, sandbox, story, write } from './practice.ts';
import { found, search } from './searching.ts';
import { violationsInBothSchemes } from './violations.ts';

test.use({ serviceWorkers: 'allow' });

async function served(prove: (site: Served) => Promise<void>, folder = 'dist'): Promise<void> {
  const site = await servePage(folder);
  try {
    await prove(site);
  } finally {
    site.close();
  }
}

test('after one visit every page, the editor and the checks work without a network', async ({ page }) => {
  await served(async (site) => {
    await page.goto(site.origin);
    await keptOffline(page, site);
    site.close();
    for (const address of pages.filter((one) => !one.includes('404'))) {
      await page.goto(site.origin + address);
      await expect(page.locator('h1'), address).toBeVisible();
    }
    await page.goto(`${site.origin}/practice/`);
    await comeNear(page);
    await sandbox(page).locator('[data-part="editor"]').click();
    await expect(sandbox(page).locator('.monaco-editor').first()).toBeVisible();
    await check(page);
    await expect(headline(page)).toContainText(`of ${(await practice).exercise.checks.length} hold`);
    await expect(story(page).locator('svg').first()).toBeVisible();
    await page.goto(`${site.origin}/lessons/outbox/`);
    await page.locator('site-explorable input').nth(1).check();
    await expect(page.locator('site-explorable trace-view svg').first()).toBeVisible();
    await comeNear(page);
    await check(page);
    await search(page, 'outbox');
    await expect(found(page).first()).toHaveAttribute('href', '/glossary/#outbox');
  });
});

test('whoever saves data is not made to keep the course', async ({ page }) => {
  await savingData(page);
  await served(async (site) => {
    await page.goto(site.origin, { waitUntil: 'networkidle' });
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 5_000 })));
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  });
});

for (const lost of ['exercises/outbox.json', 'service-worker.js'])
  test(`when the network breaks off while all of it is fetched, at ${lost}, it goes on by itself`, async ({ page }) => {
    const folder = await mkdtemp(join(tmpdir(), 'site-'));
    await cp('dist', folder, { recursive: true });
    const text = await readFile(join(folder, lost));
    await rm(join(folder, lost));
    await served(async (site) => {
      await page.goto(site.origin);
      await expect.poll(() => site.missing).toContain(`/${lost}`);
      await writeFile(join(folder, lost), text);
      await keptOffline(page, site);
      site.close();
      await page.goto(`${site.origin}/lessons/outbox/`);
      await expect(page.locator('h1')).toBeVisible();
    }, folder);
    await rm(folder, { recursive: true });
  });

test('an address that leads nowhere is answered without a network, too', async ({ page }) => {
  await served(async (site) => {
    await page.goto(site.origin);
    await keptOffline(page, site);
    site.close();
    await page.goto(`${site.origin}/lessons/outbocks/`);
    await expect(page.locator('h1')).toBeVisible();
    // A host leads to the page that is meant, and so does its stand-in.
    await page.goto(`${site.origin}/lessons/outbox`);
    await expect(page).toHaveURL(`${site.origin}/lessons/outbox/`);
    await expect(page.locator('h1')).toContainText('outbox');
  });
});

test('a newer version is announced, even to who saves data, waits until it is wanted, and other tabs hear of it', async ({
  context,
}) => {
  await copied(async (site, publish) => {
    const first = await context.newPage();
    await first.goto(`${site.origin}/practice/`);
    await keptOffline(first, site);
    await write(first, 'orders.ts', '// mine, and not finished\n');
    await expect(sandbox(first).locator('save-state')).toContainText('Saved on this device');
    await publish();

    const second = await context.newPage();
    await savingData(second);
    for (const address of ['/glossary/', '/outcomes/']) {
      await second.goto(site.origin + address);
      await expect(offer(second)).toContainText(
        'A newer version of this course is here. What you have written stays as it is.',
      );
      expect(await workers(second)).toEqual({ waiting: 'installed', isActiveInCharge: true });
    }
    expect(await violationsInBothSchemes(second)).toEqual([]);
    await Promise.all([
      second.waitForEvent('load'),
      offer(second).getByRole('button', { name: 'Take it now' }).click(),
    ]);
    await expect(offer(second)).toBeEmpty();
    expect(await workers(second)).toEqual({ waiting: undefined, isActiveInCharge: true });

    // Its first visit: the worker that came then is no news, and this one is.
    await expect(offer(first)).toContainText('Another tab has taken a newer version of this course.');
    await Promise.all([
      first.waitForEvent('load'),
      offer(first).getByRole('button', { name: 'Reload this one' }).click(),
    ]);
    await comeNear(first);
    await sandbox(first).locator('[data-part="editor"]').hover();
    await expect(sandbox(first).locator('[data-part="editor"]')).toContainText('mine, and not finished');
  });
});

test('what the browser does not keep is offered as a file before a newer version is taken, and asked about', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.dismiss();
  });
  await copied(async (site, publish) => {
    await page.goto(`${site.origin}/practice/`);
    await keptOffline(page, site);
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
      };
    });
    await publish();
    await page.evaluate(async () => void (await navigator.serviceWorker.getRegistration())?.update());
    await expect(offer(page)).toContainText('What you have written stays as it is.');
    await write(page, 'orders.ts', '// in this tab alone\n');
    await expect(offer(page)).toContainText('save your work as a file first');
    await expect(offer(page)).not.toContainText('stays as it is');

    await offer(page).getByRole('button', { name: 'Take it now' }).click();
    await expect.poll(() => asked).toEqual(['beforeunload']);
    await expect(sandbox(page).locator('[data-part="editor"]')).toContainText('in this tab alone');

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      offer(page).getByRole('button', { name: 'Save your work as a file' }).click(),
    ]);
    await expect(offer(page)).toContainText(`Saved as ${download.suggestedFilename()}.`);
    expect(await readFile(await download.path(), 'utf8')).toContain('// in this tab alone');
    await Promise.all([
      page.waitForEvent('load'),
      offer(page).getByRole('button', { name: 'Reload this one' }).click(),
    ]);
    expect(asked).toEqual(['beforeunload']);
  });
});

const offer = (page: Page) => page.locator('site-update');

/** A copy of the built site, of which `publish` makes a newer version. */
async function copied(prove: (site: Served, publish: () => Promise<void>) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'site-'));
  await cp('dist', folder, { recursive: true });
  const worker = join(folder, 'service-worker.js');
  const publish = async () => writeFile(worker, `${await readFile(worker, 'utf8')}\n// A newer version.\n`);
  await served((site) => prove(site, publish), folder);
  await rm(folder, { recursive: true });
}

/** The worker that waits, and whether the one that is in charge of the page is the one that is active. */
const workers = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    const isActiveInCharge = registration?.active != null && navigator.serviceWorker.controller === registration.active;
    return { waiting: registration?.waiting?.state, isActiveInCharge };
  });

const savingData = (page: Page) =>
  page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));

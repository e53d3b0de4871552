import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type Page, test } from '@playwright/test';
import { hold } from './hold.ts';
import { works } from './works.ts';

const PHONE = { width: 412, height: 823 };

/** From now on counts what moves although nobody touched it, in shares of the window, as CLS does. */
async function watchMoves(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    Object.assign(globalThis, { moved: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { readonly value: number })[])
        (globalThis as unknown as { moved: number }).moved += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return async () => {
    // What has moved is counted with the frame that shows it.
    await page.evaluate(() => new Promise((frame) => requestAnimationFrame(() => requestAnimationFrame(frame))));
    return await page.evaluate(() => (globalThis as unknown as { moved: number }).moved);
  };
}

const painted = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        new PerformanceObserver(() => resolve()).observe({ type: 'paint', buffered: true });
      }),
  );

for (const address of ['/', '/lessons/brokers/', '/pitfall/'])
  test(`letters that arrive after the text of ${address} is painted move nothing of it`, async ({ page }) => {
    await page.setViewportSize(PHONE);
    const come = await hold(page, '**/fonts/*');
    const moved = await watchMoves(page);
    await page.goto(address, { waitUntil: 'commit' });
    await painted(page);
    await works(page);
    const arrived = page.waitForResponse('**/fonts/brygada.woff2');
    come();
    await (await arrived).finished();
    await page.evaluate(() => document.fonts.ready);
    expect(await moved()).toBe(0);
  });

test('the way back to where somebody left pushes nothing away when it is filled', async ({ page }) => {
  await page.setViewportSize(PHONE);
  await page.goto('/lessons/outbox/');
  await works(page);
  const question = page.locator('site-prediction').first();
  await question.locator('label').first().click();
  await question.getByRole('button', { name: 'Commit' }).click();
  await expect(question).toHaveAttribute('data-committed');
  const moved = await watchMoves(page);
  await page.goto('/');
  await works(page);
  await expect(page.locator('site-resume')).toContainText('You left here');
  expect(await moved()).toBe(0);
});

test('the other half of a header moves nothing of the first', async ({ page, baseURL }) => {
  const html = await (await fetch(`${baseURL}/`)).text();
  const cut = html.indexOf('<summary class="icon"');
  expect(cut).toBeGreaterThan(0);
  let goOn = () => {};
  const paintedHalf = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const server = createServer(async (request, response) => {
    if (request.url !== '/') return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': 'text/html' }).write(html.slice(0, cut));
    await paintedHalf;
    response.end(html.slice(cut));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    await page.setViewportSize(PHONE);
    const moved = await watchMoves(page);
    const come = page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.locator('.brand').waitFor({ state: 'attached' });
    await painted(page);
    goOn();
    await come;
    await expect(page.locator('.brand')).toBeVisible();
    expect(await moved()).toBe(0);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

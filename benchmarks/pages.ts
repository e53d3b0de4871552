/**
 * What a page costs its reader: `npm run bench -- pages`, after `npm run build`. Bytes of the first load as gzip sends them;
 * Lighthouse's simulated phone (its default: slow 4G, a processor four times slower), the median of five loads; and the time
 * from the first sign of intent to an editor that one can type in. Quiet machines give the figures that count.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { servePage } from '../e2e/engine/serve-page.ts';
import { launchOptions } from '../e2e/launch-options.ts';
import { weigh } from '../e2e/site/weight.ts';
import { median } from './median.ts';

type Loaded = NonNullable<Awaited<ReturnType<typeof lighthouse>>>['lhr'];

const PAGES = ['/', '/lessons/outbox/', '/practice/', '/outcomes/'];
const LOADS = 5;
const site = await servePage('dist');
const compressed = await compressing(site.origin);
const { executablePath } = launchOptions;

const browser = await chromium.launch(launchOptions);
console.log('page                   html    js      styles fonts   (bytes, gzip; styles stand in the html)');
for (const address of PAGES) {
  const page = await browser.newPage();
  const { document, script, stylesheet, font } = await weigh(page, site.origin + address);
  console.log(
    [address.padEnd(20), ...[document, script, stylesheet, font].map((bytes) => String(bytes).padStart(7))].join(' '),
  );
  await page.close();
}

const chrome = await launch({
  ...(executablePath === undefined ? {} : { chromePath: executablePath }),
  chromeFlags: ['--headless', ...(launchOptions.args ?? [])],
});
console.log('\npage                 performance accessibility best-practices seo   FCP    LCP    TBT   CLS');
for (const address of PAGES) {
  const loads: Loaded[] = [];
  for (let load = 0; load < LOADS; load++) {
    const result = await lighthouse(compressed.origin + address, { port: chrome.port, logLevel: 'silent' });
    if (result) loads.push(result.lhr);
  }
  const score = (category: string) =>
    Math.round(100 * median(loads.map(({ categories }) => categories[category]?.score ?? 0)));
  const value = (audit: string) => median(loads.map(({ audits }) => audits[audit]?.numericValue ?? Number.NaN));
  const seconds = (audit: string) => `${(value(audit) / 1_000).toFixed(2)} s`;
  console.log(
    [
      address.padEnd(20),
      ...['performance', 'accessibility', 'best-practices', 'seo'].map((category) =>
        String(score(category)).padStart(8),
      ),
      seconds('first-contentful-paint'),
      seconds('largest-contentful-paint'),
      `${Math.round(value('total-blocking-time'))} ms`,
      value('cumulative-layout-shift').toFixed(3),
    ].join('  '),
  );
}
chrome.kill();

const times: number[] = [];
for (let round = 0; round < LOADS; round++) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${site.origin}/practice/`);
  await page.locator('code-sandbox').scrollIntoViewIfNeeded();
  await page.locator('code-sandbox:defined').waitFor();
  const began = performance.now();
  await page.locator('[data-part="editor"]').hover();
  await page.locator('.monaco-editor textarea, .monaco-editor [role="textbox"]').first().waitFor({ state: 'attached' });
  times.push(performance.now() - began);
  await context.close();
}
console.log(`\nfrom intent to an editor, nothing in the cache: ${Math.round(median(times))} ms (of ${LOADS})`);

await browser.close();
compressed.close();
site.close();

/** Hands on what another server says, compressed, as every host does. */
async function compressing(origin: string) {
  const server = createServer(async (request, response) => {
    const answer = await fetch(origin + request.url);
    for (const [name, value] of answer.headers)
      if (!/^(content-length|connection|keep-alive|transfer-encoding)$/.test(name)) response.setHeader(name, value);
    response.statusCode = answer.status;
    response.setHeader('content-encoding', 'gzip');
    response.end(gzipSync(Buffer.from(await answer.arrayBuffer())));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

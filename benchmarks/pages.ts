/**
 * What a page costs its reader: `npm run bench -- pages`, after `npm run build`. Bytes of the first load as gzip sends them;
 * Lighthouse's simulated phone (its default: slow 4G, a processor four times slower), the median of five loads; and the time
 * from the first sign of intent to an editor that one can type in. Quiet machines give the figures that count.
 */
import { chromium } from '@playwright/test';
import { servePage } from '../e2e/engine/serve-page.ts';
import { launchOptions } from '../e2e/launch-options.ts';
import { compressed } from '../e2e/site/compressed.ts';
import { openPhone, type PhoneLoad } from '../e2e/site/phone-loads.ts';
import { weigh } from '../e2e/site/weight.ts';
import { median } from './median.ts';

const PAGES = ['/', '/lessons/outbox/', '/practice/', '/outcomes/'];
const LOADS = 5;
const site = await servePage('dist');
const host = await compressed(site.origin);

const browser = await chromium.launch(launchOptions);
console.log('page                   html    js      styles fonts   (bytes, gzip; styles stand in the html)');
for (const address of PAGES) {
  // The worker that puts the whole course aside for offline is no part of a page.
  const page = await browser.newPage({ serviceWorkers: 'block' });
  const { document, script, stylesheet, font } = await weigh(page, site.origin + address);
  console.log(
    [address.padEnd(20), ...[document, script, stylesheet, font].map((bytes) => String(bytes).padStart(7))].join(' '),
  );
  await page.close();
}

const phone = await openPhone();
console.log('\npage                 performance accessibility best-practices seo   FCP    LCP    TBT   CLS');
for (const address of PAGES) {
  const loads: PhoneLoad[] = [];
  for (let turn = 0; turn < 3 * LOADS && loads.length < LOADS; turn++) {
    const load = await phone.load(host.origin + address);
    if (load) loads.push(load);
  }
  if (loads.length < LOADS) throw new Error(`Lighthouse could not measure ${address}: is the machine too busy?`);
  const seconds = (of: (load: PhoneLoad) => number) => `${(median(loads.map(of)) / 1_000).toFixed(2)} s`;
  console.log(
    [
      address.padEnd(20),
      ...(['performance', 'accessibility', 'best-practices', 'seo'] as const).map((category) =>
        String(median(loads.map(({ scores }) => scores[category]))).padStart(8),
      ),
      seconds(({ fcpMs }) => fcpMs),
      seconds(({ lcpMs }) => lcpMs),
      `${Math.round(median(loads.map(({ tbtMs }) => tbtMs)))} ms`,
      median(loads.map(({ cls }) => cls)).toFixed(3),
    ].join('  '),
  );
}
phone.close();

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
host.close();
site.close();

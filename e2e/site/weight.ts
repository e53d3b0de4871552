import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';

/** What a page loads by itself, in bytes as gzip sends them, by kind of resource. */
export interface Weight {
  readonly document: number;
  readonly script: number;
  /** Files of styles, and what stands in the page itself, which the document's bytes hold, too. */
  readonly stylesheet: number;
  readonly font: number;
  /** Addresses of other hosts. */
  readonly foreign: readonly string[];
}

/** Loads a page on a phone with nothing in its cache, and touches nothing. */
export async function weigh(page: Page, address: string): Promise<Weight> {
  await page.setViewportSize({ width: 390, height: 844 });
  const kinds = { document: 0, script: 0, stylesheet: 0, font: 0 };
  const foreign = foreignRequests(page);
  const weighed: Promise<void>[] = [];
  page.on('response', (response) => {
    const kind = response.request().resourceType();
    const isRedirect = response.status() >= 300 && response.status() < 400;
    if (!(kind in kinds) || isRedirect) return;
    weighed.push(
      response.body().then((body) => {
        kinds[kind as keyof typeof kinds] += gzipped(kind, body);
      }),
    );
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  await Promise.all(weighed);
  const inPage = await page.locator('style').evaluateAll((all) => all.map(({ textContent }) => textContent).join(''));
  if (inPage !== '') kinds.stylesheet += gzipped('stylesheet', Buffer.from(inPage));
  return { ...kinds, foreign };
}

/** Addresses of other hosts that are asked for from now on; the next page's own is not one. */
export function foreignRequests(page: Page): readonly string[] {
  const foreign: string[] = [];
  let host = '';
  page.on('request', (request) => {
    const url = new URL(request.url());
    // The page's own address is the first.
    host ||= url.host;
    if (url.protocol.startsWith('http') && url.host !== host) foreign.push(url.href);
  });
  return foreign;
}

/** A font is compressed already. */
const gzipped = (kind: string, body: Buffer): number =>
  kind === 'font' ? body.length : gzipSync(body, { level: 9 }).length;

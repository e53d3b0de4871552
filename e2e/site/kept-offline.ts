import type { Page } from '@playwright/test';
import type { Served } from '../engine/serve-page.ts';

/** Resolves when everything is kept on the device and the page is under the worker. Rejects with what was not there. */
export async function keptOffline(page: Page, { missing }: Served): Promise<void> {
  const isKept = await page.evaluate(async (patienceMs) => {
    const { serviceWorker } = navigator;
    const kept = serviceWorker.ready.then(async () => {
      if (!serviceWorker.controller)
        await new Promise((resolve) => serviceWorker.addEventListener('controllerchange', resolve, { once: true }));
      return true;
    });
    return Promise.race([kept, new Promise<boolean>((resolve) => setTimeout(resolve, patienceMs, false))]);
  }, PATIENCE_MS);
  if (!isKept) throw new Error(`The site is not kept for offline. Not there: ${missing.join(', ') || 'nothing'}.`);
}

/** Longer than the pauses after which the page tries again. */
const PATIENCE_MS = 100_000;

import type { Page } from '@playwright/test';
import type { Served } from '../engine/serve-page.ts';

/** Resolves when everything is kept on the device and the page is under the worker. Rejects with what is known of why not. */
export async function keptOffline(page: Page, { missing }: Served): Promise<void> {
  const why = await page.evaluate(async (patienceMs) => {
    const { serviceWorker } = navigator;
    const { worker = '' } = document.body.dataset;
    const kept = serviceWorker.ready.then(async () => {
      if (!serviceWorker.controller)
        await new Promise((resolve) => serviceWorker.addEventListener('controllerchange', resolve, { once: true }));
      return true;
    });
    const late = new Promise<boolean>((resolve) => setTimeout(resolve, patienceMs, false));
    if (await Promise.race([kept, late])) return undefined;
    const standing = (await serviceWorker.getRegistrations()).map(({ installing, waiting, active }) =>
      [installing, waiting, active].map((one) => one?.state ?? 'none').join('/'),
    );
    const again = await serviceWorker.register(worker).then(
      () => 'it registers now',
      (refusal: unknown) => String(refusal),
    );
    const { usage, quota } = await navigator.storage.estimate();
    return `${worker}: registrations ${standing.join(', ') || 'none'}; ${again}; ${usage} of ${quota} bytes`;
  }, PATIENCE_MS);
  if (why !== undefined)
    throw new Error(`The site is not kept for offline: ${why}. Not there: ${missing.join(', ') || 'nothing'}.`);
}

/** Longer than the pauses after which the page tries again. */
const PATIENCE_MS = 100_000;

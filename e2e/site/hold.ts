import type { Page } from '@playwright/test';

/** From now on nobody gets these files; what is returned lets them come. */
export async function hold(page: Page, files: RegExp | string): Promise<() => void> {
  let come = () => {};
  const held = new Promise<void>((resolve) => {
    come = resolve;
  });
  await page.route(files, async (route) => {
    await held;
    await route.continue();
  });
  return come;
}

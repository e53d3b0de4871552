import { expect, test } from '@playwright/test';
import { lessons, pages } from './pages.ts';
import { weigh } from './weight.ts';

const kB = 1_000;

for (const address of [...lessons, '/pitfall/', '/practice/', '/', '/overview/', '/outcomes/']) {
  test(`${address} weighs no more on its first load than a reader should pay`, async ({ page }) => {
    const { script, stylesheet, font } = await weigh(page, address);
    expect(script).toBeGreaterThan(0);
    expect(script).toBeLessThanOrEqual(30 * kB);
    expect(stylesheet).toBeGreaterThan(0);
    expect(stylesheet).toBeLessThanOrEqual(25 * kB);
    expect(font).toBeLessThanOrEqual(60 * kB);
  });
}

test('no page asks anything of another host', async ({ page }) => {
  for (const address of pages) expect((await weigh(page, address)).foreign, address).toEqual([]);
});

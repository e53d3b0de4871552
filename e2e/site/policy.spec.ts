import { expect, test } from '@playwright/test';
import { pages } from './pages.ts';

test('every page has a policy, and nothing of the site goes against it', async ({ page }) => {
  const refused: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) refused.push(message.text());
  });
  for (const address of pages) {
    await page.goto(address);
    const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    expect(policy, address).not.toMatch(/script-src[^;]*'unsafe-(inline|eval)'/);
  }
  expect(refused).toEqual([]);
});

test('a script that somebody smuggles into a page does not run', async ({ page }) => {
  await page.goto('/practice/');
  const ran = await page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'window.smuggled = true';
    document.body.append(script);
    const button = document.createElement('button');
    button.setAttribute('onclick', 'window.smuggled = true');
    document.body.append(button);
    button.click();
    return 'smuggled' in window;
  });
  expect(ran).toBe(false);
});

import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** Rules of accessibility that the page breaks as it is now, and where. */
export async function violations(page: Page, rules: 'all' | 'colours' = 'all'): Promise<readonly string[]> {
  await stillness(page);
  const axe = new AxeBuilder({ page });
  if (rules === 'colours') axe.withRules(['color-contrast', 'link-in-text-block']);
  else axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']);
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

/** The same for a page that stays as it is: all of them in light, and those of colours in dark. It is left in light. */
export async function violationsInBothSchemes(page: Page): Promise<readonly string[]> {
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await violations(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await violations(page, 'colours');
  await page.emulateMedia({ colorScheme: 'light' });
  return [...light, ...dark.map((each) => `dark: ${each}`)];
}

/** A colour that is on its way to another is neither. */
async function stillness(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const endless = (one: Animation) => one.effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY;
    const ending = document.getAnimations().filter((one) => !endless(one));
    await Promise.allSettled(ending.map((one) => one.finished));
  });
}

import type { Page } from '@playwright/test';

/** The script of the page, which is asked for after the text is painted, is there. */
export const works = (page: Page) => page.locator('site-search:defined').first().waitFor({ state: 'attached' });

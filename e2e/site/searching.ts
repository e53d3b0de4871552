import { expect, type Locator, type Page } from '@playwright/test';

export const searchDialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Search the course' });
export const searchField = (page: Page): Locator => page.getByRole('searchbox', { name: 'Search the course' });
export const searchStatus = (page: Page): Locator => searchDialog(page).getByRole('status');
export const found = (page: Page): Locator => searchDialog(page).locator('a.found');

/** Opens the search from the head of the page and waits for what it finds. */
export async function search(page: Page, query: string): Promise<void> {
  await page.locator('.top site-search button').click();
  await searchField(page).fill(query);
  await expect(searchStatus(page)).toContainText(`“${query}”`);
}

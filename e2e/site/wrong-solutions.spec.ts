import { expect, test } from '@playwright/test';
import { check, openWith, practice, row, story, words } from './practice.ts';

test('every wrong solution is refused by name, with the cause in words and a timeline that shows it', async ({
  page,
}) => {
  test.setTimeout(600_000);
  const { exercise, wrong } = await practice;
  expect(wrong.length).toBeGreaterThanOrEqual(12);
  for (const { slug, files, fails } of wrong) {
    await test.step(slug, async () => {
      await openWith(page, files, '/practice/', 'plain');
      await check(page);
      const refused = Object.entries(await words(page)).filter(([, word]) => word === 'failed');
      expect(refused.map(([id]) => id)).toEqual(
        exercise.checks.map(({ id }) => id).filter((id) => fails.some((each) => each.check === id)),
      );
      for (const { check: id, words: because } of fails) {
        await expect(row(page, id).locator('.check-story')).toContainText(because, { useInnerText: false });
      }
      await expect(story(page).locator('trace-view svg').first()).toBeVisible();
      await expect(story(page).locator('svg .tl-marker').first()).toBeAttached();
      expect(page.url()).toMatch(/#story=[a-z-]+\/./);
    });
  }
});

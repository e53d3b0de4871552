import { expect, test } from '@playwright/test';
import { hold } from './hold.ts';
import { pages } from './pages.ts';
import { check, keepOnDevice, notices, openWith, practice, practiceId, sandbox, story, write } from './practice.ts';
import { violations, violationsInBothSchemes } from './violations.ts';
import { works } from './works.ts';

// Each is about one page, and slow.
test.describe.configure({ mode: 'parallel' });

for (const address of pages) {
  test(`${address} breaks no rule of accessibility, light or dark`, async ({ page }) => {
    await page.goto(address);
    await works(page);
    expect(await violationsInBothSchemes(page)).toEqual([]);
  });
}

for (const scheme of ['light', 'dark'] as const) {
  test(`neither does a result with a failure, its timeline and its table, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await openWith(page, (await practice).starter);
    await check(page);
    await expect(story(page).locator('svg').first()).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await story(page).getByRole('button', { name: 'Table' }).click();
    await sandbox(page).locator('hint-ladder summary').first().click();
    await sandbox(page).locator('solution-view > details > summary').click();
    expect(await violations(page)).toEqual([]);
  });
}

test('nor does code in a link, offered and refused, nor a draft that two tabs have changed', async ({ page }) => {
  const { starter, solution } = await practice;
  await openWith(page, starter, '/practice/#story=run/calm&code=aGFsbG8', 'plain');
  await expect(story(page)).toContainText('This link names a story');
  expect(await violationsInBothSchemes(page)).toEqual([]);
  await story(page).getByRole('button', { name: 'Open that code' }).click();
  await expect(story(page)).toContainText('This link cannot be opened');
  expect(await violationsInBothSchemes(page)).toEqual([]);
  await page.evaluate(
    ([name, files]) => {
      const draft = JSON.parse(localStorage.getItem(name) ?? '{}');
      localStorage.setItem(
        name,
        JSON.stringify({ ...draft, revision: 2, by: 'another tab', files: JSON.parse(files) }),
      );
    },
    [`event-driven-basics/draft/${practiceId}`, JSON.stringify(solution)] as const,
  );
  await write(page, 'orders.ts', '// mine\n');
  await expect(notices(page)).toContainText('Both are kept');
  expect(await violationsInBothSchemes(page)).toEqual([]);
});

test('nor does a lesson whose prediction and questions are answered, nor the home page that leads back to it', async ({
  page,
}) => {
  await keepOnDevice(page, {});
  await page.goto('/lessons/outbox/');
  for (const kind of ['site-prediction', 'quiz-question']) {
    const question = page.locator(kind).first();
    await question.locator('input').first().check();
    await question.locator('button[type="submit"]').click();
    await expect(question).toHaveAttribute('data-committed');
  }
  expect(await violationsInBothSchemes(page)).toEqual([]);
  const come = await hold(page, '**/_astro/page.*.js');
  await page.goto('/');
  await expect(page.locator('site-resume')).toBeVisible();
  expect(await violationsInBothSchemes(page)).toEqual([]);
  come();
  await works(page);
  expect(await violationsInBothSchemes(page)).toEqual([]);
});

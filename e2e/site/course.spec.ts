import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { exercises } from '#sandboxes/catalogue.ts';
import { fingerprint } from '#stores/draft-record.ts';
import { lessons } from './pages.ts';
import { check, headline, keepOnDevice, sandbox } from './practice.ts';

const catalogue = exercises();
const exerciseOf = (lesson: string): string => {
  const id = lesson.split('/')[2];
  const text = readFileSync(new URL(`../../content/lessons/${id}.mdx`, import.meta.url), 'utf8');
  return /^exercise: (\S+)$/m.exec(text)?.[1] ?? '';
};
const places: readonly (readonly [string, string])[] = [
  ...lessons.map((lesson) => [lesson, exerciseOf(lesson)] as const),
  ['/pitfall/', 'order-list-right-away'],
];

for (const [address, id] of places) {
  test(`${address} is solved in the page, and says so when one comes back`, async ({ page }) => {
    const entry = (await catalogue).find(({ exercise }) => exercise.id === id)!;
    const { starter, solution, exercise } = entry;
    const draft = { version: 1, revision: 1, by: 'before', savedAt: 0, starter: fingerprint(starter), files: solution };
    await keepOnDevice(page, { [`draft/${id}`]: JSON.stringify(draft) });
    await page.goto(address);
    await check(page);
    await expect(headline(page)).toHaveText(`${exercise.checks.length} of ${exercise.checks.length} hold`);
    await expect(sandbox(page).locator('[data-part="next"]')).toBeVisible();
    await sandbox(page).getByRole('button', { name: 'Compare with the solution' }).click();
    await expect(sandbox(page).locator('solution-view .diff')).toBeVisible();
    await page.reload();
    await expect(sandbox(page)).toContainText('You solved this on');
  });
}

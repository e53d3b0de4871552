import { expect, test } from '@playwright/test';
import { check, headline, openWith, practice, sandbox } from '../site/practice.ts';

/**
 * Against the real engine of StackBlitz, over the network, on the owner's word: `WC_ONLINE=1 npm run e2e -- e2e/webcontainer/online.spec.ts`.
 * Everything else in this folder talks to a double of its protocol; without that word there is nothing here to run.
 */
const isOnline = process.env.WC_ONLINE === '1';

if (isOnline) {
  test('the real WebContainer boots, grades the practice’s solution and opens a terminal', async ({ page }) => {
    test.setTimeout(300_000);
    const { exercise, solution } = await practice;
    await openWith(page, solution);
    const engine = sandbox(page).locator('engine-switch summary');
    await engine.click();
    await sandbox(page)
      .locator('engine-switch')
      .getByRole('button', { name: /^Real Node/ })
      .click();
    await expect(engine).toHaveText('Runs on real Node', { timeout: 90_000 });
    await check(page);
    await expect(headline(page)).toHaveText(`${exercise.checks.length} of ${exercise.checks.length} hold`);
    await expect(engine).toHaveText('Runs on real Node');
    const terminal = sandbox(page).locator('sandbox-terminal');
    await terminal.getByRole('button', { name: 'Open a terminal' }).click();
    await expect(terminal).toContainText('Esc, then Tab leaves the terminal', { timeout: 90_000 });
    await terminal.locator('textarea').focus();
    await page.keyboard.type('npm run check\r');
    await expect(terminal.locator('.xterm-rows')).toContainText(
      `${exercise.checks.length} of ${exercise.checks.length} hold`,
      {
        timeout: 90_000,
      },
    );
  });
}

import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import type { Faults } from '../webcontainer/double/faults.ts';
import type { Host } from '../webcontainer/double/host.ts';
import { layDouble } from '../webcontainer/double/lay-double.ts';
import {
  check,
  checkButton,
  headline,
  judged,
  notices,
  openSandbox,
  openWith,
  practice,
  practiceId,
  sandbox,
  words,
  write,
} from './practice.ts';
import { violations } from './violations.ts';

/** A visitor whose stackblitz.com is the double: what goes wrong there can be changed at any moment. */
const test = base.extend<{ readonly faults: Faults; readonly host: Host }>({
  faults: [{}, { option: true }],
  host: async ({ context, faults }, use) => {
    const host = await layDouble(context, faults);
    await use(host);
    await host.dispose();
  },
});

const engine = (page: Page) => sandbox(page).locator('engine-switch summary');
const terminal = (page: Page) => sandbox(page).locator('sandbox-terminal');
const screen = (page: Page) => terminal(page).locator('.xterm-rows');

async function choose(page: Page, name: RegExp): Promise<void> {
  await engine(page).click();
  await sandbox(page).locator('engine-switch').getByRole('button', { name }).click();
}

async function openTerminal(page: Page): Promise<void> {
  await terminal(page).getByRole('button', { name: 'Open a terminal' }).click();
  await expect(terminal(page)).toContainText('Esc, then Tab leaves the terminal');
  await expect(screen(page)).toContainText('course >');
}

/** A point on the beginning of the line that reads so, for a mouse. */
async function pointOn(page: Page, line: RegExp): Promise<[number, number]> {
  await terminal(page).evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const box = await screen(page).locator('> div', { hasText: line }).first().boundingBox();
  if (!box) throw new Error(`No line of the terminal reads ${line}.`);
  return [box.x + 30, box.y + box.height / 2];
}

async function enter(page: Page, line: string): Promise<void> {
  await terminal(page).locator('textarea').focus();
  await page.keyboard.type(`${line}\r`);
}

test.describe('somebody who chooses real Node', () => {
  test('has the same verdicts from it, sees that it runs, and finds the choice again', async ({ page, host }) => {
    const { solution, exercise } = await practice;
    await openWith(page, solution);
    await expect(engine(page)).toHaveText('Runs in the built-in runner');
    expect(host.calls).toEqual([]);
    await choose(page, /^Real Node/);
    await expect(engine(page)).toHaveText('Runs on real Node');
    await check(page);
    await expect(headline(page)).toHaveText(`${exercise.checks.length} of ${exercise.checks.length} hold`);
    expect(host.calls.filter((call) => call === 'spawn')).toHaveLength(1);
    await page.reload();
    await expect(engine(page)).toHaveText('Runs on real Node, once it has started');
    await choose(page, /^The built-in runner/);
    await expect(engine(page)).toHaveText('Runs in the built-in runner');
    await check(page);
    await expect(headline(page)).toHaveText(/holds?$/);
  });

  test('gets the same failures, word for word, as from the built-in runner', async ({ page, host: _ }) => {
    const { starter } = await practice;
    await openWith(page, starter);
    await check(page);
    const told = () => sandbox(page).locator('check-panel ul').innerText();
    const [before, wordsBefore] = [await told(), await words(page)];
    await choose(page, /^Real Node/);
    await expect(engine(page)).toHaveText('Runs on real Node');
    await check(page);
    expect([await told(), await words(page)]).toEqual([before, wordsBefore]);
  });
});

test('a check that real Node goes away under is begun again in the built-in runner, and it is said', async ({
  page,
  host,
}) => {
  const { solution, exercise } = await practice;
  await openWith(page, solution);
  await choose(page, /^Real Node/);
  await expect(engine(page)).toHaveText('Runs on real Node');
  await checkButton(page).click();
  await expect.poll(() => host.running()).toBe(1);
  await page.locator('iframe[src^="https://stackblitz.com"]').evaluate((frame) => frame.remove());
  await judged(page);
  await expect(headline(page)).toHaveText(`${exercise.checks.length} of ${exercise.checks.length} hold`);
  await expect(engine(page)).toHaveText('Runs in the built-in runner');
  await expect(notices(page)).toContainText(
    'the built-in runner still runs and checks your code. What was under way was begun again there, from its beginning.',
  );
});

test('a notice changes in place: whoever is at its button stays there, and is never left nowhere', async ({
  page,
  faults,
  host: _,
}) => {
  await page.clock.install();
  faults.build = 'hangs';
  await openWith(page, (await practice).starter);
  await choose(page, /^Real Node/);
  await expect(notices(page)).toContainText('Real Node is starting. Booting the WebContainer.');
  await page.clock.runFor(9_000);
  const builtIn = notices(page).getByRole('button', { name: 'Use the built-in runner' });
  await builtIn.focus();
  const before = await builtIn.elementHandle();
  faults.build = 'throws';
  const again = notices(page).getByRole('button', { name: 'Try again' });
  // The button is not offered any more: its neighbour has the focus.
  await expect(again).toBeFocused();
  expect(await before?.evaluate((button) => button.isConnected)).toBe(false);
  faults.build = 'hangs';
  await page.keyboard.press('Enter');
  await expect(notices(page)).toContainText('Real Node is starting.');
  // Nothing can be pressed while it starts, and the notice itself keeps the place.
  await expect(notices(page).getByRole('group')).toBeFocused();
  delete faults.build;
  await expect(engine(page)).toHaveText('Runs on real Node');
  await expect(notices(page)).toBeEmpty();
  await expect(engine(page)).toBeFocused();
});

test('a choice is said to be kept only where the browser keeps something', async ({ page }) => {
  const menu = sandbox(page).locator('engine-switch');
  await openSandbox(page, '/practice/');
  await engine(page).click();
  await expect(menu).toContainText('The choice is kept on this device.');
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'localStorage', {
      get() {
        throw new DOMException('Forbidden', 'SecurityError');
      },
    });
  });
  await page.goto('/practice/');
  await engine(page).click();
  await expect(menu).toContainText('The choice cannot be kept on this device: it holds until you leave this page.');
});

test.describe('somebody whom real Node does not reach', () => {
  test.use({ faults: { page: 'aborted' } });

  test('is told in one sentence, checks all the same, and loses nothing', async ({ page, host: _ }) => {
    const { exercise, solution } = await practice;
    await openWith(page, solution);
    await choose(page, /^Real Node/);
    await expect(notices(page)).toContainText('Real Node is starting');
    // The offer comes first; whoever takes it waits no longer.
    await notices(page)
      .getByRole('button', { name: 'Use the built-in runner' })
      .or(notices(page).getByText('cannot be reached'))
      .first()
      .waitFor();
    await check(page);
    await expect(headline(page)).toHaveText(`${exercise.checks.length} of ${exercise.checks.length} hold`);
    await expect(engine(page)).toHaveText('Runs in the built-in runner');
    await expect(notices(page)).toContainText(
      'Real Node comes from stackblitz.com, which cannot be reached from here; the built-in runner still runs and checks your code.',
    );
    await terminal(page).getByRole('button', { name: 'Open a terminal' }).click();
    await expect(terminal(page)).toContainText('the built-in runner still runs and checks your code.');
    await notices(page).getByRole('button', { name: 'Stay with the built-in runner' }).click();
    await expect(notices(page)).toBeEmpty();
  });
});

test.describe('a boot that says nothing', () => {
  test.use({ faults: { page: 'silent' } });

  test('never holds a check up for good: the built-in runner takes it when the learner says so', async ({
    page,
    host: _,
  }) => {
    const { exercise, solution } = await practice;
    await openWith(page, solution);
    await choose(page, /^Real Node/);
    await sandbox(page).locator('button[value="check"]').click();
    await notices(page).getByRole('button', { name: 'Use the built-in runner' }).click();
    await expect(headline(page)).toHaveText(`${exercise.checks.length} of ${exercise.checks.length} hold`);
  });
});

test.describe('the terminal', () => {
  test('shares its files with the editor, both ways, and runs the checks in the page’s words', async ({
    page,
    host,
  }) => {
    const { starter } = await practice;
    await openWith(page, starter);
    await openTerminal(page);
    const onDisk = (name: string) =>
      readFile(join(host.folder, practiceId, 'app', name), 'utf8').catch(() => 'not there');
    expect(await onDisk('orders.ts')).toBe(starter.find(({ path }) => path === 'orders.ts')?.text);
    await write(page, 'orders.ts', '// from the editor\n');
    await expect.poll(() => onDisk('orders.ts')).toBe('// from the editor\n');
    await enter(page, 'echo "// from the terminal" > app/orders.ts');
    await expect(sandbox(page).locator('[data-part="editor"]')).toContainText('// from the terminal');
    await enter(page, 'echo "// made there" > app/relay.ts && rm app/orders.ts');
    await expect(sandbox(page).getByRole('tab', { name: 'relay.ts' })).toBeVisible();
    await expect(sandbox(page).getByRole('tab', { name: 'orders.ts' })).toHaveCount(0);
    await sandbox(page).locator('save-state').getByRole('button', { name: /^Undo/ }).click();
    await expect(sandbox(page).getByRole('tab', { name: 'orders.ts' })).toBeVisible();
    await expect.poll(() => onDisk('orders.ts')).toBe('// from the terminal\n');
  });

  test('says once which files the editor does not take, and puts back what the exercise gave', async ({
    page,
    host,
  }) => {
    await openSandbox(page, '/practice/');
    await openTerminal(page);
    const project = join(host.folder, practiceId);
    const onDisk = (path: string) => readFile(join(project, path), 'utf8').catch(() => 'not there');
    const [grader, lab] = [await onDisk('course/grader.mjs'), await onDisk('lab/lab.ts')];
    await enter(page, 'mkdir -p app/parts && echo "// mine" > app/parts/relay.ts');
    await expect(terminal(page)).toContainText(
      'Only in the terminal: app/parts/relay.ts. The editor takes files that lie in app/ itself, under a name of letters, digits, - or _ that ends in .ts, such as app/relay.ts.',
    );
    await enter(page, 'rm -rf course lab package.json');
    await expect(terminal(page)).toContainText('Put back as the exercise gave');
    await expect.poll(() => onDisk('course/grader.mjs')).toBe(grader);
    await expect.poll(() => onDisk('lab/lab.ts')).toBe(lab);
    await expect.poll(() => onDisk('package.json')).toContain('"check"');
    await terminal(page).getByRole('button', { name: 'Close the terminal' }).click();
    await expect(terminal(page)).toContainText('The shell has ended.');
    await rm(join(project, 'course'), { recursive: true });
    await openTerminal(page);
    await expect(terminal(page)).toContainText('Put back as the exercise gave them: course/.');
    await expect(sandbox(page).locator('[data-part="status"]')).toContainText('Put back as the exercise gave them');
    expect(await onDisk('course/grader.mjs')).toBe(grader);
  });

  test('shares what lies in app/ although that was removed and made again, before or after it was opened', async ({
    page,
    host,
  }) => {
    await openSandbox(page, '/practice/');
    await openTerminal(page);
    const app = join(host.folder, practiceId, 'app');
    const tab = (name: string) => sandbox(page).getByRole('tab', { name });
    await enter(page, 'rm -rf app && mkdir app && echo "// made there" > app/first.ts');
    await expect(tab('first.ts')).toBeVisible();
    await expect(tab('orders.ts')).toHaveCount(0);
    await enter(page, 'echo "// made there" > app/second.ts');
    await expect(tab('second.ts')).toBeVisible();
    await terminal(page).getByRole('button', { name: 'Close the terminal' }).click();
    await expect(terminal(page)).toContainText('The shell has ended.');
    await rm(app, { recursive: true });
    await openTerminal(page);
    await expect(tab('second.ts')).toHaveCount(0);
    await enter(page, 'echo "// made there" > app/third.ts');
    await expect(tab('third.ts')).toBeVisible();
  });

  test('comes into view when it opens below the window’s edge', async ({ page, host: _ }) => {
    await page.setViewportSize({ width: 1280, height: 420 });
    await openSandbox(page, '/practice/');
    const opener = terminal(page).getByRole('button', { name: 'Open a terminal' });
    await opener.evaluate((element) => element.scrollIntoView({ block: 'end' }));
    await openTerminal(page);
    await expect(screen(page)).toBeInViewport({ ratio: 0.9 });
  });

  test('names the remedies of the page that is around it', async ({ page, host: _ }) => {
    await openSandbox(page, '/practice/');
    await openTerminal(page);
    await enter(page, 'rm app/deployment.ts && npm start');
    await expect(screen(page)).toContainText('Reset the files, under Files');
  });

  test('opens although something that the exercise gave cannot be put back, and a folder in its place goes', async ({
    page,
    host,
  }) => {
    await openSandbox(page, '/practice/');
    await openTerminal(page);
    const lab = join(host.folder, practiceId, 'lab');
    const lost = join(lab, 'lab.ts');
    await enter(page, 'rm lab/lab.ts && mkdir -p lab/lab.ts/mine');
    await expect(terminal(page)).toContainText('Put back as the exercise gave it: lab/lab.ts.');
    await expect.poll(() => readFile(lost, 'utf8')).toContain('export');
    await enter(page, 'rm -rf lab && echo mine > lab');
    await expect(terminal(page)).toContainText('What the exercise gave could not be put back');
    await terminal(page).getByRole('button', { name: 'Close the terminal' }).click();
    await expect(terminal(page)).toContainText('The shell has ended. Your files in app/ are as the editor shows them.');
    await openTerminal(page);
  });

  test('cannot take the grader of the page’s own checks with it', async ({ page, host }) => {
    await openWith(page, (await practice).solution);
    await choose(page, /^Real Node/);
    await openTerminal(page);
    await enter(page, 'rm -rf ../.course && echo gone-$((40+2))');
    await expect(screen(page)).toContainText('gone-42');
    await check(page);
    const { exercise } = await practice;
    await expect(headline(page)).toHaveText(`${exercise.checks.length} of ${exercise.checks.length} hold`);
    expect(host.calls.filter((call) => call === 'spawn')).toHaveLength(2);
  });

  for (const scheme of ['light', 'dark'] as const) {
    test(`breaks no rule of accessibility when it is open, ${scheme}`, async ({ page, host: _ }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await openSandbox(page, '/practice/');
      await openTerminal(page);
      await enter(page, 'npm run check');
      await expect(screen(page)).toContainText('Once more:');
      expect(await violations(page)).toEqual([]);
    });
  }

  test('is left by keyboard, interrupts what never ends, and can be closed and opened again', async ({
    page,
    host,
  }) => {
    await openSandbox(page, '/practice/');
    await openTerminal(page);
    await enter(page, 'yes');
    await expect(screen(page)).toContainText('y');
    await page.keyboard.press('Control+c');
    await enter(page, 'echo done-$((20+22))');
    await expect(screen(page)).toContainText('done-42');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    await expect(terminal(page).locator('textarea')).not.toBeFocused();
    await terminal(page).getByRole('button', { name: 'Close the terminal' }).click();
    await expect(terminal(page)).toContainText('The shell has ended. Your files in app/ are as the editor shows them.');
    expect(host.running()).toBe(0);
    await openTerminal(page);
  });
});

test('the terminal follows its place’s width, copies what is marked, pastes, and opens links in a tab of their own', async ({
  page,
  context,
  host,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openSandbox(page, '/practice/');
  await openTerminal(page);
  await page.setViewportSize({ width: 900, height: 900 });
  await expect.poll(() => host.calls.filter((call) => call === 'resize').length).toBeGreaterThan(0);
  await page.evaluate(() => navigator.clipboard.writeText('echo pasted-$((40+2))'));
  await terminal(page).locator('textarea').focus();
  await page.keyboard.press('Control+v');
  await page.keyboard.press('Enter');
  await expect(screen(page)).toContainText('pasted-42');
  const printed = await pointOn(page, /^pasted-42/);
  await page.mouse.dblclick(...printed);
  await page.keyboard.press('Control+c');
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('pasted');
  await context.route('https://example.org/**', (route) => route.fulfill({ body: 'There' }));
  await enter(page, 'echo https://example.org/there');
  const link = await pointOn(page, /^https:/);
  await page.mouse.move(...link, { steps: 5 });
  const [opened] = await Promise.all([context.waitForEvent('page'), page.mouse.click(...link)]);
  await expect.poll(() => opened.url()).toBe('https://example.org/there');
  expect(await opened.evaluate(() => window.opener)).toBe(null);
});

test('every page with a sandbox is isolated, and Monaco, its workers and ours load there', async ({ page }) => {
  for (const address of ['/practice/', '/pitfall/', '/playground/', '/lessons/outbox/']) {
    await page.goto(address);
    await expect(sandbox(page)).toHaveCount(1);
    expect(await page.evaluate(() => crossOriginIsolated), address).toBe(true);
  }
  await openWith(page, (await practice).starter);
  await sandbox(page).locator('[data-part="editor"]').click();
  await expect(sandbox(page).locator('.monaco-editor').first()).toBeVisible();
  // A wrong type is found by Monaco's own worker.
  await write(page, 'orders.ts', 'const wrong: number = "text";\nexport default () => wrong;\n');
  await expect(sandbox(page).locator('.squiggly-error').first()).toBeVisible();
  await check(page);
});

test('a download is the exercise’s project with the learner’s files', async ({ page }) => {
  const { unzipSync, strFromU8 } = await import('fflate');
  await openWith(page, [...(await practice).starter, { path: 'mine.ts', text: '// mine\n' }]);
  await sandbox(page).locator('summary', { hasText: 'Files' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    sandbox(page).getByRole('button', { name: 'Download as a Node project' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(`${practiceId}.zip`);
  const files = unzipSync(await readFile(await download.path()));
  const text = (path: string) => strFromU8(files[`${practiceId}/${path}`] ?? new Uint8Array());
  expect(text('app/mine.ts')).toBe('// mine\n');
  expect(JSON.parse(text('package.json')).scripts).toMatchObject({
    start: expect.any(String),
    check: expect.any(String),
    test: 'vitest run',
  });
  for (const path of ['README.md', 'lab/lab.ts', 'lab/package.json', 'exercise/checks.ts', 'course/grader.mjs'])
    expect(text(path).length, path).toBeGreaterThan(100);
});

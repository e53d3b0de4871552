import { expect, test } from '@playwright/test';
import { firefox } from './firefox.ts';
import type { OtherBrowser } from './other-browser.ts';
import { webkit } from './webkit.ts';

/** Long enough for a check of the practice on a slow machine. */
const CHECK_MS = 90_000;

for (const engine of [firefox, webkit])
  test.describe(`in ${engine.name}`, () => {
    const isHere = engine.missing === undefined;
    test.skip(!isHere, engine.missing);
    test.describe.configure({ mode: 'serial', timeout: 180_000 });
    let browser: OtherBrowser;

    test.beforeAll(async () => {
      browser = await engine.open();
    });

    test.afterAll(async () => {
      // What is under way when the browser goes is no failure.
      const thrown = [...(browser?.thrown ?? [])];
      await browser?.close();
      expect(thrown).toEqual([]);
    });

    const there = (selector: string, patienceMs?: number) =>
      browser.until((wanted) => document.querySelector(wanted) !== null, selector, patienceMs);
    const says = (selector: string, words: string) =>
      browser.until(
        ([wanted, said]) => document.querySelector(String(wanted))?.textContent?.includes(String(said)) ?? false,
        [selector, words],
      );
    const press = async (selector: string) => {
      // WebKit's driver does not wait for a page's modules.
      await browser.until((wanted) => document.querySelector(wanted)?.closest(':not(:defined)') === null, selector);
      await browser.evaluate((wanted) => {
        const element = document.querySelector<HTMLElement>(wanted);
        element?.scrollIntoView({ block: 'center' });
        element?.click();
      }, selector);
    };
    const comeTo = async (address: string, selector: string) => {
      await browser.goto(address);
      await browser.evaluate((wanted) => document.querySelector(wanted)?.scrollIntoView({ block: 'center' }), selector);
    };

    test('the home page shows the course', async ({ baseURL }) => {
      await browser.goto(`${baseURL}/`);
      await says('h1', 'order created');
      expect(
        await browser.evaluate((wanted) => document.querySelectorAll(wanted).length, 'a[href*="/lessons/"]'),
      ).toBeGreaterThanOrEqual(7);
    });

    test('a lesson plays its opening failure, its explorable and its break-it', async ({ baseURL }) => {
      await browser.goto(`${baseURL}/lessons/outbox/`);
      await press('site-shown-story button');
      await there('site-shown-story trace-view svg');
      await press('site-explorable .knob:first-of-type .knob-option:nth-of-type(2) input');
      await there('site-explorable trace-view svg');
      await press('site-break-it .option:first-of-type input');
      await press('site-break-it button[type="submit"]');
      await there('site-break-it trace-view svg');
    });

    test('an answer is kept on the device', async ({ baseURL }) => {
      await press('quiz-question .option:first-of-type input');
      await press('quiz-question button[type="submit"]');
      await there('quiz-question[data-committed]');
      await browser.goto(`${baseURL}/lessons/outbox/`);
      await there('quiz-question[data-committed]');
    });

    test('the editor comes, a draft is kept, and the practice is checked', async ({ baseURL }) => {
      await comeTo(`${baseURL}/practice/`, 'code-sandbox [data-part="editor"]');
      await there('code-sandbox:defined');
      await browser.hover('code-sandbox [data-part="editor"]');
      await there('.monaco-editor .view-lines');
      await press('.monaco-editor .view-lines');
      await browser.evaluate(() => {
        document.querySelector<HTMLElement>('.monaco-editor textarea, .monaco-editor [role="textbox"]')?.focus();
      }, undefined);
      await browser.type('// mine ');
      await says('code-sandbox save-state', 'Saved on this device');
      await press('code-sandbox button[value="check"]');
      await browser.until(
        () => /of \d+ holds?$/.test(document.querySelector('.verdict strong')?.textContent ?? ''),
        undefined,
        CHECK_MS,
      );
      await there('[data-part="trace"] trace-view svg');
      await comeTo(`${baseURL}/practice/`, 'code-sandbox');
      await says('code-sandbox [data-part="editor"]', '// mine');
    });

    test('a link brings a story, which is played when it is wanted', async ({ baseURL }) => {
      await browser.goto(`${baseURL}/`);
      await comeTo(`${baseURL}/practice/#story=confirmed-once/crash-after@confirmation:mail:1`, 'code-sandbox');
      await says('[data-part="trace"]', 'Nothing has been run yet');
      await press('[data-part="trace"] .acts .btn');
      await there('[data-part="trace"] trace-view svg');
    });

    test('what was done shows among the outcomes, and home leads back to it', async ({ baseURL }) => {
      await browser.goto(`${baseURL}/outcomes/`);
      await browser.until(() => /\b1 of \d+ answered/.test(document.body.textContent ?? ''), undefined);
      await browser.goto(`${baseURL}/`);
      await browser.until(() => 'begun' in document.documentElement.dataset, undefined);
    });

    test('the search finds a term', async () => {
      await browser.type('/');
      await there('dialog[open] input');
      await browser.type('outbox');
      await there('dialog[open] a');
    });
  });

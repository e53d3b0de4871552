import { existsSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';

const executablePath = process.env.FIREFOX ?? '/usr/bin/firefox-esr';

const NOT_HERE = `Firefox ESR is not on this machine: there is no ${executablePath}, and FIREFOX names no other.`;

test.describe('in Firefox', () => {
  test.skip(!existsSync(executablePath), NOT_HERE);
  test.describe.configure({ mode: 'serial' });
  let browser: Browser;
  let page: Page;
  const failed: string[] = [];

  test.beforeAll(async () => {
    browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
    page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 900 });
    page.on('pageerror', (error) => failed.push(String(error)));
  });

  test.afterAll(async () => {
    await browser?.close();
    expect(failed).toEqual([]);
  });

  const textOf = (selector: string) => page.$eval(selector, (element) => element.textContent ?? '');
  const press = async (selector: string) => {
    await page.waitForSelector(selector);
    await page.$eval(selector, (element) => {
      element.scrollIntoView({ block: 'center' });
      (element as HTMLElement).click();
    });
  };

  test('the home page shows the course', async ({ baseURL }) => {
    await page.goto(`${baseURL}/`);
    expect(await textOf('h1')).toContain('order created');
    expect((await page.$$('a[href*="/lessons/"]')).length).toBeGreaterThanOrEqual(7);
  });

  test('a lesson plays its opening failure, its explorable and its break-it', async ({ baseURL }) => {
    await page.goto(`${baseURL}/lessons/outbox/`);
    await press('site-shown-story button');
    await page.waitForSelector('site-shown-story trace-view svg');
    await press('site-explorable .knob:first-of-type .knob-option:nth-of-type(2) input');
    await page.waitForSelector('site-explorable trace-view svg');
    await press('site-break-it .option:first-of-type input');
    await press('site-break-it button[type="submit"]');
    await page.waitForSelector('site-break-it trace-view svg');
  });

  test('an answer is kept on the device', async ({ baseURL }) => {
    await press('quiz-question .option:first-of-type input');
    await press('quiz-question button[type="submit"]');
    await page.waitForSelector('quiz-question[data-committed]');
    await page.goto(`${baseURL}/lessons/outbox/`);
    await page.waitForSelector('quiz-question[data-committed]');
  });

  test('the editor comes, and the practice is checked', async ({ baseURL }) => {
    await page.goto(`${baseURL}/practice/`);
    await page.$eval('code-sandbox', (sandbox) => sandbox.scrollIntoView());
    await page.waitForSelector('code-sandbox:defined');
    await page.hover('code-sandbox [data-part="editor"]');
    await page.waitForSelector('.monaco-editor .view-lines');
    await press('code-sandbox button[value="check"]');
    await page.waitForFunction(
      () => /of \d+ hold$/.test(document.querySelector('.verdict strong')?.textContent ?? ''),
      {
        timeout: 90_000,
      },
    );
    await page.waitForSelector('[data-part="trace"] trace-view svg');
  });

  test('what was done shows among the outcomes, and the search finds a term', async ({ baseURL }) => {
    await page.goto(`${baseURL}/outcomes/`);
    await page.waitForFunction(
      () =>
        document.body.textContent?.includes('1 of 7 answered') ||
        document.body.textContent?.includes('1 of 8 answered'),
    );
    await page.keyboard.press('/');
    await page.waitForSelector('dialog[open] input');
    await page.keyboard.type('outbox');
    await page.waitForSelector('dialog[open] a');
  });
});

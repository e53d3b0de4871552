import { existsSync } from 'node:fs';
import puppeteer from 'puppeteer-core';
import { type OtherEngine, PATIENCE_MS } from './other-browser.ts';

const executablePath = process.env.FIREFOX ?? '/usr/bin/firefox-esr';

/**
 * What Firefox also calls an error of the page, when the page is left or the worker is let go while the worker still
 * answers for a picture of it. A worker that refuses, or answers wrongly, has a sentence of its own, which counts.
 */
const ANSWER_CUT_OFF = 'A ServiceWorker intercepted the request and encountered an unexpected error.';

/** Firefox, over WebDriver BiDi. */
export const firefox: OtherEngine = {
  name: 'Firefox',
  missing: existsSync(executablePath)
    ? undefined
    : `Firefox ESR is not on this machine: there is no ${executablePath}, and FIREFOX names no other.`,
  async open() {
    const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
    const page = await browser.newPage();
    const thrown: string[] = [];
    await page.setViewport({ width: 1280, height: 900 });
    page.on('pageerror', (error) => {
      if (!String(error).endsWith(ANSWER_CUT_OFF)) thrown.push(String(error));
    });
    return {
      goto: async (address) => void (await page.goto(address)),
      evaluate: async (act, arg) => (await page.evaluate(act as never, arg as never)) as never,
      until: async (holds, arg, timeout = PATIENCE_MS) =>
        void (await page.waitForFunction(holds as never, { timeout }, arg as never)),
      hover: (selector) => page.hover(selector),
      type: (text) => page.keyboard.type(text),
      thrown,
      close: () => browser.close(),
    };
  },
};

import { existsSync } from 'node:fs';
import puppeteer from 'puppeteer-core';
import { type OtherEngine, PATIENCE_MS } from './other-browser.ts';

const executablePath = process.env.FIREFOX ?? '/usr/bin/firefox-esr';

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
    page.on('pageerror', (error) => thrown.push(String(error)));
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

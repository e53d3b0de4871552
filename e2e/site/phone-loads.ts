import { chromium } from '@playwright/test';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { throttling } from 'lighthouse/core/config/constants.js';
import { launchOptions } from '../launch-options.ts';

export interface PhoneLoad {
  /** Of 100 each. */
  readonly scores: Readonly<Record<'performance' | 'accessibility' | 'best-practices' | 'seo', number>>;
  readonly fcpMs: number;
  readonly lcpMs: number;
  readonly tbtMs: number;
  readonly cls: number;
}

export interface Phone {
  /** Undefined when Lighthouse could not measure this time, or on another processor than it reckoned with. */
  load(address: string): Promise<PhoneLoad | undefined>;
  close(): void;
}

/** Lighthouse’s own measure of a processor, for the phone: a quarter of what a quick desktop of 2026 has. */
const PHONE_INDEX = 900;
/** How much two measures of one processor differ without anything being the matter. */
const SPREAD = 1.1;

/**
 * Lighthouse’s simulated phone, as it comes: slow 4G, a processor four times slower, nothing in the cache. On a machine that is
 * slower than most it is less than four times slower, so that it is the same phone: https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md
 */
export async function openPhone(): Promise<Phone> {
  const { executablePath = chromium.executablePath(), args = [] } = launchOptions;
  const chrome = await launch({ chromePath: executablePath, chromeFlags: ['--headless', ...args] });
  const slow4G = throttling.mobileSlow4G;
  const most = slow4G.cpuSlowdownMultiplier;
  let timesSlower = most;
  return {
    async load(address) {
      const phone = { ...slow4G, cpuSlowdownMultiplier: timesSlower };
      const { lhr } = (await lighthouse(address, { port: chrome.port, logLevel: 'silent', throttling: phone })) ?? {};
      if (!lhr || lhr.runtimeError) return undefined;
      const reckoned = timesSlower;
      timesSlower = Math.min(most, lhr.environment.benchmarkIndex / PHONE_INDEX);
      // The machine was busy when it was measured and free when it loaded the page: that was no phone, but something quicker.
      if (timesSlower > reckoned * SPREAD) return undefined;
      const score = (category: string) => Math.round(100 * (lhr.categories[category]?.score ?? 0));
      const value = (audit: string) => lhr.audits[audit]?.numericValue ?? Number.NaN;
      return {
        scores: {
          performance: score('performance'),
          accessibility: score('accessibility'),
          'best-practices': score('best-practices'),
          seo: score('seo'),
        },
        fcpMs: value('first-contentful-paint'),
        lcpMs: value('largest-contentful-paint'),
        tbtMs: value('total-blocking-time'),
        cls: value('cumulative-layout-shift'),
      };
    },
    close: () => chrome.kill(),
  };
}

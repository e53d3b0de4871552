import { chromium } from '@playwright/test';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
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
  /** Undefined when Lighthouse could not measure this time. */
  load(address: string): Promise<PhoneLoad | undefined>;
  close(): void;
}

/** Lighthouse’s simulated phone, as it comes: slow 4G, a processor four times slower, nothing in the cache. */
export async function openPhone(): Promise<Phone> {
  const { executablePath = chromium.executablePath(), args = [] } = launchOptions;
  const chrome = await launch({ chromePath: executablePath, chromeFlags: ['--headless', ...args] });
  return {
    async load(address) {
      const { lhr } = (await lighthouse(address, { port: chrome.port, logLevel: 'silent' })) ?? {};
      if (!lhr || lhr.runtimeError) return undefined;
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

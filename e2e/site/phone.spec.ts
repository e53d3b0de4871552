import { expect, test } from '@playwright/test';
import { compressed } from './compressed.ts';
import { openPhone, type Phone, type PhoneLoad } from './phone-loads.ts';

/**
 * The simulation reckons with what the page asks for and when, and how long this machine worked on it. One that is busy makes a
 * load look worse, never better, so the best of a few counts.
 */
const LOADS = 10;
/** 1.5 s, as Lighthouse prints it. */
const LCP_MS = 1_550;
/** What the main thread spends on a task beyond its first 50 ms, until the page can be worked with. */
const TBT_MS = 50;

test.describe('on a simulated phone', () => {
  test.describe.configure({ mode: 'serial', timeout: 240_000 });
  let phone: Phone;
  let site: Awaited<ReturnType<typeof compressed>>;

  test.beforeAll(async ({ baseURL }) => {
    phone = await openPhone();
    site = await compressed(baseURL!);
  });

  test.afterAll(() => {
    phone?.close();
    site?.close();
  });

  for (const address of ['/', '/lessons/outbox/', '/practice/', '/outcomes/'])
    test(`${address} shows its text in 1.5 s, blocks nobody, moves nothing, and leaves Lighthouse nothing to ask for`, async () => {
      const loads: PhoneLoad[] = [];
      const isGood = ({ lcpMs, tbtMs, cls, scores }: PhoneLoad) =>
        lcpMs <= LCP_MS && tbtMs <= TBT_MS && cls === 0 && scores.performance === 100;
      for (let turn = 0; turn < LOADS && !loads.some(isGood); turn++) {
        const load = await phone.load(site.origin + address);
        if (load) loads.push(load);
      }
      const best = loads.find(isGood);
      expect(best, `None of its loads is good enough: ${JSON.stringify(loads)}`).toBeDefined();
      const { accessibility, 'best-practices': practices, seo } = best!.scores;
      expect({ accessibility, practices, seo }).toEqual({ accessibility: 100, practices: 100, seo: 100 });
    });
});

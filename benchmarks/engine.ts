/**
 * Click to verdict with the embedded engine, in headless Chromium: `npm run bench -- engine`. The whole practice with every
 * schedule of Check, for its solution, of which one file was edited since the last check. "At once" is a check in a fresh
 * page, boot included; "after reading" the first one of somebody who had read for five seconds.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { buildPage } from '../e2e/engine/build-page.ts';
import { filesOf } from '../e2e/engine/learner-files.ts';
import type { Handed } from '../e2e/engine/page/page.ts';
import { servePage } from '../e2e/engine/serve-page.ts';
import { launchOptions } from '../e2e/launch-options.ts';
import { median } from './median.ts';

declare const sandbox: Handed['sandbox'];

const ROUNDS = 40;
/** So many checks of a fresh page are told apart: the browser is still compiling. */
const FIRST = 10;
const folder = await mkdtemp(join(tmpdir(), 'engine-bench-'));
await buildPage(folder);
const site = await servePage(folder);
const browser = await chromium.launch(launchOptions);

const atOnce: number[] = [];
const afterReading: number[] = [];
for (let round = 0; round < 5; round++) {
  atOnce.push((await measured(1, 0)).whole[0]!);
  afterReading.push((await measured(1, 5_000)).whole[0]!);
}
const { whole, untilFirst, plays } = await measured(ROUNDS, 5_000);
print('first check, at once', atOnce);
print('first check, after reading', afterReading);
print('the first ten checks', whole.slice(0, FIRST));
print('warm, until the last verdict', whole.slice(FIRST));
print('warm, until the first verdict', untilFirst.slice(FIRST));
console.log(
  `plays a check: ${plays}; ${Math.round((plays / median(whole.slice(FIRST))) * 1000)} plays a second, everything included`,
);

await browser.close();
site.close();
await rm(folder, { recursive: true });

/**
 * Times in milliseconds, for so many checks one after the other in a fresh page. The learner reads before the first, and
 * edits half a second between two.
 */
async function measured(
  rounds: number,
  readMs: number,
): Promise<{ readonly whole: readonly number[]; readonly untilFirst: readonly number[]; readonly plays: number }> {
  const page = await browser.newPage();
  await page.goto(`${site.origin}/e2e/engine/page/index.html`);
  const times = await page.evaluate(
    async ([files, rounds, readMs]) => {
      const whole: number[] = [];
      const untilFirst: number[] = [];
      let plays = 0;
      const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
      if (readMs > 0) await sandbox.boot();
      await pause(readMs);
      for (let round = 0; round < rounds; round++) {
        if (round > 0) await pause(500);
        const edited = files.map((file, i) => (i === 0 ? { ...file, text: `${file.text}// ${round}\n` } : file));
        const began = performance.now();
        let firstAt = 0;
        const ending = await sandbox.run('decouple-confirmation', edited, { kind: 'check', depth: 'check' }, (told) => {
          if (told.kind === 'result') firstAt ||= performance.now() - began;
          if (told.kind === 'progress') plays = told.played;
        });
        if (ending.kind !== 'done') throw new Error(JSON.stringify(ending));
        whole.push(performance.now() - began);
        untilFirst.push(firstAt);
      }
      return { whole, untilFirst, plays };
    },
    [filesOf('solution'), rounds, readMs] as const,
  );
  await page.close();
  return times;
}

function print(what: string, times: readonly number[]): void {
  const sorted = times.toSorted((a, b) => a - b);
  const p95 = sorted[Math.ceil(sorted.length * 0.95) - 1]!;
  console.log(`${what}: median ${median(times).toFixed(0)} ms, p95 ${p95.toFixed(0)} ms, of ${times.length}`);
}

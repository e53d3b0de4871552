/**
 * Click to verdict with the embedded engine, in headless Chromium: `node benchmarks/engine.ts`. The whole practice with every
 * schedule of Check, for its solution. "First" is the first check in a fresh page, boot included.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { buildPage } from '../e2e/engine/build-page.ts';
import { filesOf } from '../e2e/engine/learner-files.ts';
import type { Handed } from '../e2e/engine/page/page.ts';
import { servePage } from '../e2e/engine/serve-page.ts';

declare const sandbox: Handed['sandbox'];

const ROUNDS = 30;
const folder = await mkdtemp(join(tmpdir(), 'engine-bench-'));
await buildPage(folder);
const site = await servePage(folder);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
});

const first: number[] = [];
for (let round = 0; round < 5; round++) first.push((await measured(1)).whole[0]!);
const { whole, untilFirst, plays } = await measured(ROUNDS);
print('first check in a fresh page', first);
print('warm, until the last verdict', whole);
print('warm, until the first verdict', untilFirst);
console.log(
  `plays a check: ${plays}; ${Math.round((plays / median(whole)) * 1000)} plays a second, everything included`,
);

await browser.close();
site.close();
await rm(folder, { recursive: true });

/** Times in milliseconds, for so many checks one after the other in a fresh page. The learner thinks half a second between two. */
async function measured(rounds: number): Promise<{ whole: number[]; untilFirst: number[]; plays: number }> {
  const page = await browser.newPage();
  await page.goto(`${site.origin}/e2e/engine/page/index.html`);
  const times = await page.evaluate(
    async ([files, rounds]) => {
      const whole: number[] = [];
      const untilFirst: number[] = [];
      let plays = 0;
      if (rounds > 1) await sandbox.boot();
      for (let round = 0; round < rounds; round++) {
        if (rounds > 1) await new Promise((resolve) => setTimeout(resolve, 500));
        const began = performance.now();
        let firstAt = 0;
        const ending = await sandbox.run('decouple-confirmation', files, { kind: 'check', depth: 'check' }, (told) => {
          if (told.kind === 'result') firstAt ||= performance.now() - began;
          if (told.kind === 'progress') plays = told.played;
        });
        if (ending.kind !== 'done') throw new Error(JSON.stringify(ending));
        whole.push(performance.now() - began);
        untilFirst.push(firstAt);
      }
      return { whole, untilFirst, plays };
    },
    [filesOf('solution'), rounds] as const,
  );
  await page.close();
  return times;
}

function print(what: string, times: readonly number[]): void {
  const sorted = times.toSorted((a, b) => a - b);
  const p95 = sorted[Math.ceil(sorted.length * 0.95) - 1]!;
  console.log(`${what}: median ${median(times).toFixed(0)} ms, p95 ${p95.toFixed(0)} ms, of ${times.length}`);
}

function median(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}

/** How fast the lab plays the practice's solution, in Node and in Chromium's worker. `npm run bench -- lab` */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import { filesOf } from '../e2e/engine/learner-files.ts';
import { launchOptions } from '../e2e/launch-options.ts';
import { labRounds, PLAYS, type Reached, ROUNDS } from './lab-rounds.ts';

const files = filesOf('solution').map(({ path, text }) => [path, text] as const);
print('Node', await labRounds(new Map(files), () => performance.now()));
print('Chromium, in a worker as the engine’s', await inWorker());

async function inWorker(): Promise<Reached[]> {
  const script = await workerScript();
  const browser = await chromium.launch(launchOptions);
  const page = await browser.newPage();
  const reached = await page.evaluate(
    ([script, files]) =>
      new Promise<Reached[]>((resolve, reject) => {
        const worker = new Worker(URL.createObjectURL(new Blob([script])));
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }) => resolve(data as Reached[]);
        worker.onerror = ({ message }) => reject(new Error(message));
        worker.postMessage(new Map(files), [port2]);
      }),
    [script, files] as const,
  );
  await browser.close();
  return reached;
}

async function workerScript(): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'lab-bench-'));
  await build({
    configFile: false,
    root: fileURLToPath(new URL('..', import.meta.url)),
    publicDir: false,
    logLevel: 'warn',
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2023',
      lib: {
        entry: fileURLToPath(new URL('lab-worker.ts', import.meta.url)),
        formats: ['iife'],
        name: 'lab',
        fileName: () => 'lab.js',
      },
    },
  });
  const script = await readFile(join(outDir, 'lab.js'), 'utf8');
  await rm(outDir, { recursive: true });
  return script;
}

function print(where: string, reached: readonly Reached[]): void {
  console.log(`${where}: batch  plays/s  events/s  entries/s  (medians of ${ROUNDS} rounds of ${PLAYS} calm plays)`);
  for (const { batch, plays, events, entries } of reached) {
    console.log(
      `${String(batch).padStart(5)}  ${String(plays).padStart(7)}  ${String(events).padStart(8)}  ${String(entries).padStart(9)}`,
    );
  }
}

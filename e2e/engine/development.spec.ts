import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { dev } from 'astro';
import { createServer } from 'vite';
import { sandboxAssets } from '../../src/build/sandbox-assets.ts';
import { filesOf } from './learner-files.ts';
import type { Handed } from './page/page.ts';

declare const sandbox: Handed['sandbox'];

test('the engine runs from the development server, isolated or not', async ({ page }) => {
  for (const headers of [
    {},
    { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' },
  ]) {
    const server = await createServer({
      configFile: false,
      root: fileURLToPath(new URL('../..', import.meta.url)),
      cacheDir: fileURLToPath(new URL('../../node_modules/.vite-engine', import.meta.url)),
      logLevel: 'silent',
      server: { host: '127.0.0.1', port: 0, headers, hmr: false, watch: null },
      // The page compiles for itself, too, and the compiler's parts are CommonJS.
      optimizeDeps: { noDiscovery: true, include: ['sucrase/dist/index.js', 'sucrase/dist/parser/index.js'] },
      plugins: [sandboxAssets()],
    });
    await server.listen();
    await page.goto(`${server.resolvedUrls?.local[0]}e2e/engine/page/index.html`);
    await page.waitForFunction(() => 'sandbox' in globalThis);
    const ending = await page.evaluate(
      (files) => sandbox.run('decouple-confirmation', files, { kind: 'run' }, () => {}),
      filesOf('solution'),
    );
    expect(ending).toEqual({ kind: 'done' });
    await server.close();
  }
});

test('the site’s own development server isolates the page of a lesson', async ({ page }) => {
  const server = await dev({
    root: fileURLToPath(new URL('../..', import.meta.url)),
    // Not those that somebody may be at work with.
    cacheDir: 'node_modules/.astro-isolation',
    vite: { cacheDir: 'node_modules/.vite-isolation', server: { watch: null, hmr: false } },
    server: { host: '127.0.0.1', port: 0 },
    logLevel: 'silent',
  });
  try {
    const answer = await page.goto(`http://127.0.0.1:${server.address.port}/lessons/outbox/`, { waitUntil: 'commit' });
    expect(answer?.status()).toBe(200);
    expect(answer?.headers()).toMatchObject({
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    });
    await expect(page.locator('code-sandbox')).toHaveCount(1);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  } finally {
    await server.stop();
  }
});

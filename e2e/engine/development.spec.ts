import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
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

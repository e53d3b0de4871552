import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { sandboxAssets } from '../../src/build/sandbox-assets.ts';

/** Builds the smallest page that holds an engine, as the site does, into `outDir`. `page` is a path in this folder of tests. */
export async function buildPage(outDir: string, page = 'engine/page/index.html'): Promise<void> {
  await build({
    configFile: false,
    root: fileURLToPath(new URL('../..', import.meta.url)),
    publicDir: false,
    logLevel: 'warn',
    plugins: [sandboxAssets()],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2023',
      rollupOptions: { input: fileURLToPath(new URL(`../${page}`, import.meta.url)) },
    },
  });
}

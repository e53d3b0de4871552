import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { sandboxAssets } from '../../src/build/sandbox-assets.ts';

/** Builds the smallest page that holds the embedded engine, as the site does, into `outDir`. */
export async function buildPage(outDir: string): Promise<void> {
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
      rollupOptions: { input: fileURLToPath(new URL('./page/index.html', import.meta.url)) },
    },
  });
}

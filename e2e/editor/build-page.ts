import { fileURLToPath } from 'node:url';
import { build, type InlineConfig, preview } from 'vite';
import { trimMonaco } from '../../src/build/monaco.ts';

const page: InlineConfig = {
  configFile: false,
  root: fileURLToPath(new URL('./page', import.meta.url)),
  publicDir: fileURLToPath(new URL('../../public', import.meta.url)),
  logLevel: 'error',
};

/** Builds the smallest page that holds an editor, with the site's own plugins, into `outDir`. */
export async function buildPage(outDir: string): Promise<void> {
  await build({
    ...page,
    plugins: [trimMonaco()],
    worker: { format: 'es', plugins: () => [trimMonaco()] },
    build: { outDir, emptyOutDir: true, target: 'es2023', chunkSizeWarningLimit: 10_000 },
  });
}

/** Serves it as the site is served: isolated from other origins. Returns its address and how to end. */
export async function servePage(
  outDir: string,
): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const server = await preview({
    ...page,
    build: { outDir },
    preview: {
      host: '127.0.0.1',
      port: 4573,
      headers: { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' },
    },
  });
  return { url: server.resolvedUrls?.local[0] ?? '', close: () => server.close() };
}

// Run by hand it builds the page into a folder; imported by a test it waits to be called.
if (process.argv[1] === fileURLToPath(import.meta.url) && process.argv[2]) await buildPage(process.argv[2]);

import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { monacoEntries, trimMonaco } from './src/build/monaco.ts';
import { sandboxAssets } from './src/build/sandbox-assets.ts';
import { searchIndex } from './src/build/search-index.ts';
import { settings } from './src/settings.ts';

/** The page that embeds the sandbox is isolated from other origins; static hosts get the same from public/_headers. */
const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

export default defineConfig({
  site: settings.siteUrl,
  base: settings.basePath,
  output: 'static',
  trailingSlash: 'ignore',
  build: { format: 'directory' },
  integrations: [mdx({ syntaxHighlight: false }), searchIndex()],
  devToolbar: { enabled: false },
  server: { headers: isolation },
  vite: {
    plugins: [sandboxAssets(), trimMonaco()],
    worker: { format: 'es', plugins: () => [trimMonaco()] },
    define: { 'import.meta.env.ENGINES': JSON.stringify(settings.engines) },
    optimizeDeps: { include: monacoEntries },
  },
});

import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { hostFiles } from './src/build/host-files.ts';
import { everywhere } from './src/build/host-headers.ts';
import { monacoEntries, trimMonaco } from './src/build/monaco.ts';
import { pageScript } from './src/build/page-script.ts';
import { sandboxAssets } from './src/build/sandbox-assets.ts';
import { searchIndex } from './src/build/search-index.ts';
import { serviceWorker } from './src/build/service-worker.ts';
import { unbrokenUnits } from './src/build/unbroken-units.ts';
import { settings } from './src/settings.ts';

export default defineConfig({
  site: settings.siteUrl,
  base: settings.basePath,
  output: 'static',
  trailingSlash: 'ignore',
  build: { format: 'directory', inlineStylesheets: 'always' },
  // The worker lists what the others have made.
  integrations: [mdx({ syntaxHighlight: false }), pageScript(), searchIndex(), hostFiles(), serviceWorker()],
  devToolbar: { enabled: false },
  server: { headers: everywhere },
  vite: {
    plugins: [unbrokenUnits(), sandboxAssets(), trimMonaco()],
    worker: { format: 'es', plugins: () => [trimMonaco()] },
    define: { 'import.meta.env.ENGINES': JSON.stringify(settings.engines) },
    optimizeDeps: { include: monacoEntries },
  },
});

import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { monacoEntries, trimMonaco } from './src/build/monaco.ts';
import { sandboxAssets } from './src/build/sandbox-assets.ts';
import { searchIndex } from './src/build/search-index.ts';
import { serviceWorker } from './src/build/service-worker.ts';
import { unbrokenUnits } from './src/build/unbroken-units.ts';
import { settings } from './src/settings.ts';

/** What hosts send, too: see public/_headers. The page that embeds the sandbox is isolated from other origins. */
const headers = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
};

export default defineConfig({
  site: settings.siteUrl,
  base: settings.basePath,
  output: 'static',
  trailingSlash: 'ignore',
  build: { format: 'directory', inlineStylesheets: 'always' },
  // The worker lists what the others have made.
  integrations: [mdx({ syntaxHighlight: false }), searchIndex(), serviceWorker()],
  devToolbar: { enabled: false },
  server: { headers },
  vite: {
    plugins: [unbrokenUnits(), sandboxAssets(), trimMonaco()],
    worker: { format: 'es', plugins: () => [trimMonaco()] },
    define: { 'import.meta.env.ENGINES': JSON.stringify(settings.engines) },
    optimizeDeps: { include: monacoEntries },
  },
});

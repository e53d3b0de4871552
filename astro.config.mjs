import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
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
  integrations: [mdx({ syntaxHighlight: false })],
  devToolbar: { enabled: false },
  server: { headers: isolation },
  vite: {
    // Plugins that build the grader's worker and trim the editor belong here.
    plugins: [],
    worker: { format: 'es' },
  },
});

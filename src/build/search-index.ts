import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex, type IndexFile, type PagefindIndex } from 'pagefind';

/** Below the site's address: what the search fetches when it is used for the first time. */
const FOLDER = 'pagefind/';

/** Pagefind's own pages and its worker: this site shows what is found by itself, and its index is small. */
const UNUSED = /-(?:ui|highlight|worker)\.(?:js|css)$/;

/**
 * Indexes the pages as they were built: those whose `<main>` says `data-pagefind-body`. Drawings, code and what is only for
 * those without JavaScript are no text to search; answers are left out where they stand, by `data-pagefind-ignore`. The
 * development server makes the index from its own pages when somebody searches for the first time since the last change.
 */
export function searchIndex(): AstroIntegration {
  let base = '/';
  return {
    name: 'search-index',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.endsWith('/') ? config.base : `${config.base}/`;
      },
      'astro:build:done': async ({ dir, logger }) => {
        const site = fileURLToPath(dir);
        const files = await indexed(async (index) => (await index.addDirectory({ path: site })).errors);
        for (const { path, content } of files) await write(join(site, FOLDER, path), content);
        logger.info(`${files.filter(({ path }) => path.startsWith('fragment/')).length} pages can be searched`);
      },
      'astro:server:setup': ({ server }) => {
        let made: Promise<readonly IndexFile[]> | undefined;
        server.watcher.on('change', () => {
          made = undefined;
        });
        server.middlewares.use((request, response, next) => {
          const path = request.url?.split('?')[0] ?? '';
          const origin = server.resolvedUrls?.local[0];
          if (!path.startsWith(base + FOLDER) || !origin) return next();
          made ??= indexed((index) => addServed(index, new URL(origin).origin, base));
          made.then((files) => {
            const found = files.find((file) => base + FOLDER + file.path === path);
            response.statusCode = found ? 200 : 404;
            if (path.endsWith('.js')) response.setHeader('content-type', 'text/javascript');
            response.end(found?.content);
          }, next);
        });
      },
    },
  };
}

/** Every file of an index of what `add` adds. Rejects with a sentence when it is not whole. */
async function indexed(add: (index: PagefindIndex) => Promise<readonly string[]>): Promise<readonly IndexFile[]> {
  try {
    const { index, errors } = await createIndex({ excludeSelectors: ['svg', 'pre', '.unscripted', '.source'] });
    if (!index) throw new Error(`Pagefind made no index: ${errors.join(' ')}`);
    const failed = [...errors, ...(await add(index))];
    const { files, errors: refused } = await index.getFiles();
    if (failed.length + refused.length > 0)
      throw new Error(`The search index is not whole: ${[...failed, ...refused].join(' ')}`);
    if (!files.some(({ path }) => path.startsWith('fragment/')))
      throw new Error('No page says data-pagefind-body, so nothing could be found.');
    return files.filter(({ path }) => !UNUSED.test(path));
  } finally {
    await close();
  }
}

/** The pages that the sitemap lists, as a running server answers them. */
async function addServed(index: PagefindIndex, origin: string, base: string): Promise<readonly string[]> {
  const map = await (await fetch(`${origin}${base}sitemap.xml`)).text();
  const errors: string[] = [];
  for (const [, address] of map.matchAll(/<loc>([^<]+)<\/loc>/g)) {
    const { pathname } = new URL(address!);
    const content = await (await fetch(origin + pathname)).text();
    const added = await index.addHTMLFile({ url: `/${pathname.slice(base.length)}`, content });
    errors.push(...added.errors);
  }
  return errors;
}

async function write(file: string, content: Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}

import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';

/** Below the site's address: what the search fetches when it is used for the first time. */
const FOLDER = 'pagefind';

/** Pagefind's own pages and its worker: this site shows what is found by itself, and its index is small. */
const UNUSED = /-(?:ui|highlight|worker)\.(?:js|css)$/;

/**
 * Indexes the pages as they were built: those whose `<main>` says `data-pagefind-body`. Drawings, code and what is only for
 * those without JavaScript are no text to search; answers are left out where they stand, by `data-pagefind-ignore`.
 */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const site = fileURLToPath(dir);
        try {
          const { index, errors } = await createIndex({ excludeSelectors: ['svg', 'pre', '.unscripted', '.source'] });
          if (!index) throw new Error(`Pagefind made no index: ${errors.join(' ')}`);
          const added = await index.addDirectory({ path: site });
          const { files, errors: refused } = await index.getFiles();
          const failed = [...errors, ...added.errors, ...refused];
          if (failed.length > 0) throw new Error(`The search index is not whole: ${failed.join(' ')}`);
          if (added.page_count === 0) throw new Error('No page says data-pagefind-body, so nothing could be found.');
          for (const { path, content } of files) if (!UNUSED.test(path)) await write(join(site, FOLDER, path), content);
          logger.info(`${added.page_count} pages can be searched`);
        } finally {
          await close();
        }
      },
    },
  };
}

async function write(file: string, content: Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}

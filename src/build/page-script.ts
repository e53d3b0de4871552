import { glob, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';

/**
 * Every page has one script, in one file with what parts that come later share with it, because each file more is a journey
 * more. A page is read before it is worked with, so nothing of it is asked for before the text is painted.
 */
export function pageScript(): AstroIntegration {
  let built: readonly Chunk[] = [];
  const gather: Plugin = {
    name: 'page-script',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      if (chunks.some(({ moduleIds }) => moduleIds.some((id) => ELEMENTS.test(id)))) built = chunks;
    },
  };
  return {
    name: 'page-script',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        const output = { codeSplitting: { groups: [{ name: 'page', test: ELEMENTS }] } };
        updateConfig({
          vite: { plugins: [gather], environments: { client: { build: { rolldownOptions: { output } } } } },
        });
      },
      'astro:build:done': async ({ dir }) => {
        const site = fileURLToPath(dir);
        const { entry, whole } = pageChunks(built);
        let pages = 0;
        for await (const name of glob('**/*.html', { cwd: site })) {
          const page = join(site, name);
          const text = await readFile(page, 'utf8');
          // A page of another kind, such as the frame that code runs in, waits for no script.
          if (!text.includes(AFTER_PAINT) && !text.includes(entry)) continue;
          await writeFile(page, withScript(text, entry, whole));
          pages += 1;
        }
        if (pages === 0) throw new Error('No page asks for its script; src/layouts/after-paint.js should.');
        await rm(join(site, entry));
      },
    },
  };
}

/** What asks for the script names where it stands. */
const AFTER_PAINT = 'document.body.dataset.script';
const ELEMENTS = /\/src\/elements\/page-elements\.ts$/;

export interface Chunk {
  readonly fileName: string;
  readonly code: string;
  readonly moduleIds: readonly string[];
  readonly imports: readonly string[];
}

/**
 * Names of two files, relative to the site: what Astro has the page begin with, which only names the other, and the whole
 * script. Throws a sentence when it is not so.
 */
export function pageChunks(chunks: readonly Chunk[]): { readonly entry: string; readonly whole: string } {
  const whole = chunks.find(({ moduleIds }) => moduleIds.some((id) => ELEMENTS.test(id)));
  const entry = chunks.find(({ imports, code }) => imports[0] === whole?.fileName && NOTHING_ELSE.test(code));
  if (!whole || whole.imports.length > 0 || !entry)
    throw new Error('The script of the pages is more than one file; src/build/page-script.ts says which it should be.');
  return { entry: entry.fileName, whole: whole.fileName };
}

const NOTHING_ELSE = /^import\s*"[^"]+";?\s*$/;

/** A page, as it was built, whose body names the whole script for `after-paint.js` to ask for. Throws a sentence when the page is another. */
export function withScript(page: string, entry: string, whole: string): string {
  const [tag, ...others] = page.match(/<script type="module".*?<\/script>/gs) ?? [];
  const [, address] = /^<script type="module" src="([^"]+)"><\/script>$/.exec(tag ?? '') ?? [];
  if (!page.includes(AFTER_PAINT))
    throw new Error('A page does not ask for its script; src/layouts/after-paint.js should.');
  if (!tag || !address?.endsWith(entry) || others.length > 0)
    throw new Error('A page has another script than src/build/page-script.ts knows.');
  return page.replace(tag, '').replace('<body', `<body data-script="${address.slice(0, -entry.length)}${whole}"`);
}

import { createHash } from 'node:crypto';
import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'vite';
import { isForOffline, type Precached, precachedFile } from '#offline/precached.ts';

/** Writes `service-worker.js` into the built site, with a list of what lies there. */
export function serviceWorker(): AstroIntegration {
  return {
    name: 'service-worker',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const files = await precachedIn(folder);
        await writeFile(join(folder, 'service-worker.js'), await workerText(files));
        logger.info(`${files.length} files are kept for offline`);
      },
    },
  };
}

async function precachedIn(folder: string): Promise<readonly Precached[]> {
  const files: Precached[] = [];
  for await (const entry of glob('**/*', { cwd: folder, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name).slice(folder.length).replaceAll('\\', '/');
    if (!entry.isFile() || !isForOffline(path)) continue;
    const digest = createHash('sha256')
      .update(await readFile(join(folder, path)))
      .digest('base64url')
      .slice(0, 16);
    files.push(precachedFile(path, digest));
  }
  return files.toSorted((one, other) => (one.url < other.url ? -1 : 1));
}

async function workerText(files: readonly Precached[]): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'warn',
    define: { PRECACHED: JSON.stringify(files), 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2023',
      lib: {
        entry: fileURLToPath(new URL('../offline/service-worker.ts', import.meta.url)),
        formats: ['iife'],
        name: 'worker',
      },
    },
  });
  const [first] = Array.isArray(output) ? output : [output];
  const chunk = first && 'output' in first ? first.output[0] : undefined;
  if (chunk?.type !== 'chunk') throw new Error('src/offline/service-worker.ts did not become one script.');
  return chunk.code;
}

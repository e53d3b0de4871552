import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const built = fileURLToPath(new URL('../../dist/', import.meta.url));

/** Every page of the course, as it was built. */
export const pages: readonly string[] = readdirSync(built, { recursive: true, encoding: 'utf8' })
  .map((path) => `/${path.replaceAll('\\', '/')}`)
  .filter((path) => path.endsWith('/index.html') || path === '/404.html')
  .map((path) => path.replace(/index\.html$/, ''))
  .sort();

export const lessons: readonly string[] = pages.filter((page) => page.startsWith('/lessons/'));

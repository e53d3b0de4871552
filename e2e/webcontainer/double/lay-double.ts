import { fileURLToPath } from 'node:url';
import type { BrowserContext } from '@playwright/test';
import { build } from 'vite';
import type { Faults } from './faults.ts';
import { type Host, openHost } from './host.ts';

/**
 * Lays the double into a browser: whatever asks stackblitz.com for the engine gets our page, which speaks the package's
 * protocol. The product has no seam for it. It is a double of the protocol, and proves nothing about the real engine.
 */
export async function layDouble(context: BrowserContext, faults: Faults = {}): Promise<Host> {
  const host = await openHost(faults);
  const page = await framePage();
  await context.exposeBinding('__host', (_, method: string, ...rest: unknown[]) => host.call(method, ...rest));
  await context.route('https://stackblitz.com/headless**', (route) => {
    if (faults.page === 'unanswered') return undefined;
    if (faults.page === 'aborted') return route.abort();
    if (faults.page === 'not found') return route.fulfill({ status: 404, headers: HEADERS, body: 'Not found' });
    if (faults.page === 'silent')
      return route.fulfill({ headers: HEADERS, contentType: 'text/html', body: '<p>Hello' });
    const headers = faults.page === 'without headers' ? {} : HEADERS;
    return route.fulfill({ headers, contentType: 'text/html', body: page });
  });
  return host;
}

/** What an isolated page asks of a frame. */
const HEADERS = {
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'cross-origin',
};

let made: Promise<string> | undefined;

function framePage(): Promise<string> {
  made ??= bundled().then((script) => `<!doctype html><title>Double</title><script type="module">${script}</script>`);
  return made;
}

async function bundled(): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2023',
      lib: { entry: fileURLToPath(new URL('./frame.ts', import.meta.url)), formats: ['es'] },
    },
  });
  const [first] = Array.isArray(output) ? output : [output];
  if (!first || !('output' in first)) throw new Error('The double’s page could not be built.');
  return first.output[0].code;
}

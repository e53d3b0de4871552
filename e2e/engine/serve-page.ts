import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { everywhere } from '../../src/build/host-headers.ts';

export interface Served {
  readonly origin: string;
  /** Paths of every request so far. */
  readonly requests: readonly string[];
  /** Paths that were asked for and are not there. */
  readonly missing: readonly string[];
  close(): void;
}

/**
 * Serves a folder on a free port with the site's headers, so that the frame is tried under the same rules. Without `isolated`
 * it is a host that cannot send them.
 */
export async function servePage(folder: string, isolated = true): Promise<Served> {
  const requests: string[] = [];
  const missing: string[] = [];
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    requests.push(path);
    if (isolated) for (const [name, value] of Object.entries(everywhere)) response.setHeader(name, value);
    const found = await readFile(join(folder, path.endsWith('/') ? `${path}index.html` : path)).catch(() => undefined);
    if (!found) missing.push(path);
    response.setHeader('content-type', TYPES[extname(path)] ?? 'text/plain');
    response.statusCode = found ? 200 : 404;
    response.end(found);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The server has no port.');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    requests,
    missing,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

const TYPES: Readonly<Record<string, string>> = {
  '': 'text/html',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.png': 'image/png',
};

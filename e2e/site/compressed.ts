import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Buffer;
}

/** Hands on what another server says, compressed, as every host does. It asks and compresses once, and is quick from then on. */
export async function compressed(origin: string): Promise<{ readonly origin: string; close(): void }> {
  const answers = new Map<string, Promise<Answer>>();

  async function ask(path: string): Promise<Answer> {
    const response = await fetch(origin + path);
    const body = gzipSync(Buffer.from(await response.arrayBuffer()));
    return { status: response.status, headers: response.headers, body };
  }

  const server = createServer(async (request, response) => {
    const path = request.url ?? '/';
    const asked = answers.get(path) ?? ask(path);
    answers.set(path, asked);
    const { status, headers, body } = await asked;
    for (const [name, value] of headers)
      if (!/^(content-length|connection|keep-alive|transfer-encoding)$/.test(name)) response.setHeader(name, value);
    response.statusCode = status;
    response.setHeader('content-encoding', 'gzip');
    response.end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

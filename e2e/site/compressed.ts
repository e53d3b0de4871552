import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

/** Hands on what another server says, compressed, as every host does. */
export async function compressed(origin: string): Promise<{ readonly origin: string; close(): void }> {
  const server = createServer(async (request, response) => {
    const answer = await fetch(origin + request.url);
    for (const [name, value] of answer.headers)
      if (!/^(content-length|connection|keep-alive|transfer-encoding)$/.test(name)) response.setHeader(name, value);
    response.statusCode = answer.status;
    response.setHeader('content-encoding', 'gzip');
    response.end(gzipSync(Buffer.from(await answer.arrayBuffer())));
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

import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from 'lab';

/** The service outside: it has no part in our database. */
export default function start({ app }: Platform) {
  app.post('/checks', async () => {
    await sleep(80);
    return { status: 200, body: { exists: true } };
  });
}

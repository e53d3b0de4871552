import type { Platform } from 'lab';
import { prices } from './schema.ts';

export default function start({ app, database }: Platform) {
  app.post('/quotes', async ({ body }) => {
    const { sku } = body as { sku: string };
    const [price] = await database.select(prices, { sku });
    return { status: 200, body: { cents: price?.cents ?? null } };
  });
}

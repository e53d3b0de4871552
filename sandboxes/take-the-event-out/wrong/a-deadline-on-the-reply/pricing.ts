import type { Platform } from 'lab';
import { prices } from './schema.ts';

type PriceRequested = { requestId: string; sku: string };

export default async function start({ broker, database }: Platform) {
  await broker.subscribe('price.requested', { queue: 'pricing' }, async ({ requestId, sku }: PriceRequested) => {
    const [price] = await database.select(prices, { sku });
    if (price) await broker.publish('price.answered', { requestId, cents: price.cents });
  });
}

import type { Platform } from 'lab';
import type { OrderFact } from './events.ts';
import { accounts } from './schema.ts';

export default async function start({ broker, database }: Platform) {
  await broker.subscribe('order-facts', { group: 'points', from: 'earliest' }, async (fact: OrderFact) => {
    if (typeof fact.points !== 'number') throw new Error(`${fact.type} ${fact.id} has no points`);
    const { orderId, version } = fact;
    const [account] = await database.select(accounts, { orderId });
    const points = (account?.points ?? 0) + fact.points;
    await database.insert(accounts, { orderId, points, bonus: 0, version }, { onConflict: 'do update' });
  });
}

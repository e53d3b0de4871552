import type { Platform } from 'lab';
import type { OrderFact, ReviewWritten } from './events.ts';
import { accounts } from './schema.ts';

const TOPICS = ['order.line.added', 'order.points.doubled', 'review.written'];

export default async function start({ broker, database }: Platform) {
  await broker.subscribe(TOPICS, { queue: 'points' }, async (event: OrderFact | ReviewWritten) => {
    const [account] = await database.select(accounts, { orderId: event.orderId });
    const { points = 0, bonus = 0, version = 0 } = account ?? {};
    await database.insert(
      accounts,
      'version' in event
        ? { orderId: event.orderId, points: withFact(points, event), bonus, version: event.version }
        : { orderId: event.orderId, points, bonus: bonus + event.points!, version },
      { onConflict: 'do update' },
    );
  });
}

function withFact(points: number, fact: OrderFact): number {
  return fact.type === 'order.points.doubled' ? points * 2 : points + fact.points!;
}

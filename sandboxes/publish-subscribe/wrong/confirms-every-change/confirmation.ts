// Wrong: customers want to hear of their order, so confirmation listens to all that happens to it.
// Fails one-mail-each: it is bound to more than it means
import type { Platform } from 'lab';
import { orders } from './schema.ts';

export default async function start({ broker, database, mail }: Platform) {
  await broker.subscribe('order.*', { queue: 'confirmation' }, async ({ orderId }: { orderId: string }) => {
    const [order] = await database.select(orders, { id: orderId });
    if (!order) return;
    await mail.send({ to: order.email, subject: 'Your order', text: `It is ${order.status}: ${orderId}.` });
  });
}

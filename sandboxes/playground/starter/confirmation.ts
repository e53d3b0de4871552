import type { Platform } from 'lab';
import type { OrderCreated } from './schema.ts';
import { partitions, prefetch } from './settings.ts';

export default async function start({ broker, mail }: Platform) {
  const confirm = async ({ orderId, email }: OrderCreated) => {
    await mail.send({ to: email, subject: 'Your order', text: `Order ${orderId} is placed.` });
  };
  if (partitions > 0) await broker.subscribe('order.created', { group: 'confirmation', from: 'earliest' }, confirm);
  else await broker.subscribe('order.created', { queue: 'confirmation', prefetch }, confirm);
}

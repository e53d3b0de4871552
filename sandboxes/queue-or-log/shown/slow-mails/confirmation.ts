import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from 'lab';

type OrderCreated = { orderId: string; email: string };

export default async function start({ broker, mail }: Platform) {
  const place = { group: 'confirmation', from: 'earliest' } as const;
  await broker.subscribe('orders', place, async ({ orderId, email }: OrderCreated) => {
    await sleep(150); // sets the letter
    await mail.send({ to: email, subject: 'Thank you', text: `We have your order ${orderId}.` });
  });
}

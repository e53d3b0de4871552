import type { Platform } from 'lab';

type AboutAnOrder = { orderId: string; email: string };

export default async function start({ broker, mail }: Platform) {
  // A customer is mailed about whatever happens to her order.
  await broker.subscribe('order.*', { queue: 'confirmation' }, async ({ orderId, email }: AboutAnOrder) => {
    await mail.send({ to: email, subject: 'Your order', text: `There is news about order ${orderId}.` });
    await broker.publish('confirmation.sent', { orderId, occurredAt: new Date().toISOString() });
  });
}

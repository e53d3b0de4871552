import type { Platform } from 'lab';

type OrderCreated = { orderId: string; email: string };

/** What has failed three times stands in nobody's way any more, and is tried for longer. */
export default async function start({ broker, mail }: Platform) {
  const first = { queue: 'confirmation', deliveryLimit: 2, deadLetter: 'confirmation.later' };
  const later = { queue: first.deadLetter, deliveryLimit: 50, deadLetter: 'confirmation.dead' };

  const confirm = async ({ orderId, email }: OrderCreated) => {
    await mail.send({ to: email, subject: 'Your order', text: `We have your order ${orderId}.` });
  };
  await broker.subscribe('order.created', first, confirm);
  await broker.consume(later, confirm);
}

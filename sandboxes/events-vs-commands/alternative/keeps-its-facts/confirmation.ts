import type { Platform } from 'lab';

type OrderPlaced = { id: string; orderId: string; email: string };

export default async function start({ broker, mail }: Platform) {
  await broker.subscribe('order.placed', { queue: 'mails' }, async ({ orderId, email }: OrderPlaced) => {
    await mail.send({ to: email, subject: `Order ${orderId}`, text: 'It is placed. Thank you.' });
  });
}

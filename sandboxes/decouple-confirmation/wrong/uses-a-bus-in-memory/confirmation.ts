import type { Mail, Platform } from 'lab';
import { bus } from './bus.ts';

type OrderCreated = { orderId: string; email: string; total: number };

export function confirmOrders(mail: Mail) {
  bus.on('order.created', async ({ orderId, email, total }: OrderCreated) => {
    await mail.send({
      to: email,
      subject: 'Your order',
      text: `Order ${orderId} over ${total / 100} euros is placed.`,
    });
    bus.emit('confirmation.sent', { orderId });
  });
}

export default function start({ mail }: Platform) {
  confirmOrders(mail);
}

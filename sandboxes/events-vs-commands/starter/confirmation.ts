import type { Platform } from 'lab';

export default async function start({ broker, mail }: Platform) {
  await broker.subscribe(
    'send-confirmation',
    { queue: 'confirmation' },
    async (message: { to: string; orderId: string }) => {
      await mail.send({ to: message.to, subject: 'Your order', text: `Order ${message.orderId} is placed.` });
    },
  );
}

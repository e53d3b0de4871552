import type { Platform } from 'lab';

export default async function start({ broker, mail }: Platform) {
  const from = { queue: 'confirmation', ack: 'on delivery' } as const; // it has arrived, has it not?
  await broker.subscribe('order.created', from, async ({ email }: { email: string }) => {
    await mail.send({ to: email, subject: 'Your order', text: 'We have it. Thank you.' });
  });
}

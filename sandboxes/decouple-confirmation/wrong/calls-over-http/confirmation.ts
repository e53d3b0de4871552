import type { Platform } from 'lab';

export default function start({ app, mail }: Platform) {
  app.post('/order-created', async (request) => {
    const { orderId, email } = request.body as { orderId: string; email: string };
    await mail.send({ to: email, subject: 'Your order', text: `Order ${orderId} is placed.` });
    return { status: 204 };
  });
}

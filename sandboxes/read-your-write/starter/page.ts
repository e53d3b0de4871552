import type { Platform } from 'lab';
import { orderPages } from './schema.ts';

export default function start({ app, replicas }: Platform) {
  let turn = 0;

  // Browsers send `?version=`, once they have been told one.
  app.get('/orders/:id', async ({ params }) => {
    const replica = replicas[turn++ % replicas.length]!;
    const [page] = await replica.select(orderPages, { orderId: params.id });
    return page ? { status: 200, body: { orderId: page.orderId, quantity: page.quantity } } : { status: 404 };
  });
}

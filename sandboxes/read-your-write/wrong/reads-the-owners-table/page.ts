// Wrong: it is one database, so the page can look into the orders table.
// Fails orders-left-alone: which belongs to the orders process
import type { Platform } from 'lab';
import { orders } from './schema.ts';

export default function start({ app, database }: Platform) {
  app.get('/orders/:id', async ({ params }) => {
    const [order] = await database.select(orders, { id: params.id });
    if (!order) return { status: 404 };
    return { status: 200, body: { orderId: order.id, quantity: order.quantity, version: order.version } };
  });
}

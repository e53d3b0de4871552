// Wrong: who waits for two facts writes two handlers, and the queue knows which is for which.
// Fails can-be-refused: with 2 handlers, which subscribed to stock.reserved, and to stock.refused
import type { Platform } from 'lab';
import type { OrderPlaced, ReserveStock, StockRefused, StockReserved } from './messages.ts';
import { orders } from './schema.ts';

type NewOrder = { email: string; sku: string; quantity: number };

export default async function start({ app, broker, database }: Platform) {
  app.post('/orders', async (request) => {
    const { email, sku, quantity } = request.body as NewOrder;
    const orderId = crypto.randomUUID();
    const placedEventId = crypto.randomUUID();
    await database.insert(orders, { id: orderId, email, sku, quantity, status: 'pending', placedEventId });
    const command: ReserveStock = { orderId, sku, quantity };
    await broker.send('reserve-stock', command);
    return { status: 202, body: { orderId, status: 'pending' } };
  });

  app.get('/orders/:id', async ({ params }) => {
    const [order] = await database.select(orders, { id: params.id });
    return order ? { status: 200, body: { orderId: order.id, status: order.status } } : { status: 404 };
  });

  const mine = { queue: 'orders' };

  await broker.subscribe('stock.reserved', mine, async ({ orderId, occurredAt }: StockReserved) => {
    const [order] = await database.select(orders, { id: orderId });
    if (!order) return;
    await database.update(orders, { id: orderId }, { status: 'placed' });
    const { placedEventId: id, email } = order;
    const placed: OrderPlaced = { id, type: 'order.placed', occurredAt, orderId, email };
    await broker.publish(placed.type, placed);
  });

  await broker.subscribe('stock.refused', mine, async ({ orderId }: StockRefused) => {
    await database.update(orders, { id: orderId }, { status: 'refused' });
  });
}

// Wrong: the order's id is one of a kind, so the event about it needs no other.
// Fails same-fact-twice: has the order’s id for its own
import type { Platform } from 'lab';
import type { OrderPlaced, ReserveStock, StockRefused, StockReserved } from './messages.ts';
import { orders } from './schema.ts';

type NewOrder = { email: string; sku: string; quantity: number };

export default async function start({ app, broker, database }: Platform) {
  app.post('/orders', async (request) => {
    const { email, sku, quantity } = request.body as NewOrder;
    const orderId = crypto.randomUUID();
    await database.insert(orders, { id: orderId, email, sku, quantity, status: 'pending' });
    const command: ReserveStock = { orderId, sku, quantity };
    await broker.send('reserve-stock', command);
    return { status: 202, body: { orderId, status: 'pending' } };
  });

  app.get('/orders/:id', async ({ params }) => {
    const [order] = await database.select(orders, { id: params.id });
    return order ? { status: 200, body: { orderId: order.id, status: order.status } } : { status: 404 };
  });

  await broker.subscribe(
    ['stock.reserved', 'stock.refused'],
    { queue: 'orders' },
    async (answer: StockReserved | StockRefused) => {
      const [order] = await database.select(orders, { id: answer.orderId });
      if (!order) return;
      if (answer.type === 'stock.refused') {
        await database.update(orders, { id: order.id }, { status: 'refused' });
        return;
      }
      await database.update(orders, { id: order.id }, { status: 'placed' });
      // Its id and its time were there before: however often this comes, it is the same fact.
      const placed: OrderPlaced = {
        id: order.id,
        type: 'order.placed',
        occurredAt: answer.occurredAt,
        orderId: order.id,
        email: order.email,
      };
      await broker.publish(placed.type, placed);
    },
  );
}

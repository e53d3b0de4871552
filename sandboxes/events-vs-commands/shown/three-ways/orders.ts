import type { Platform } from 'lab';
import { orders } from './schema.ts';
import { way } from './settings.ts';

export default function start({ app, broker, database }: Platform) {
  app.post('/orders', async (request) => {
    const { email } = request.body as { email: string };
    const orderId = crypto.randomUUID();
    await database.insert(orders, { id: orderId, email });
    const message = { orderId, email };
    if (way === 'a command to a queue') await broker.send('send-confirmation', message);
    else if (way === 'a command on a topic') await broker.publish('send-confirmation', message);
    else await broker.publish('order.placed', { id: orderId, occurredAt: new Date().toISOString(), ...message });
    return { status: 201, body: { orderId } };
  });
}

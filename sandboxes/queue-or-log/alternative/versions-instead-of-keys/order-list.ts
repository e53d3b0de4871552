import type { Platform } from 'lab';
import { isOrderEvent } from './events.ts';
import { orderList } from './schema.ts';

export default async function start({ broker, database }: Platform) {
  // Without keys the events of one order lie in several partitions and may be read in any order. The version says which is
  // the last; what only the first event knows is filled in whenever it comes.
  await broker.subscribe('orders', { group: 'list-2', from: 'earliest' }, async (event: object, record) => {
    if (!isOrderEvent(event)) {
      await broker.send('put-aside', { unreadable: event, record });
      return;
    }
    const { orderId, version } = event;
    const known = event.type === 'order.created' ? { email: event.email, total: event.total } : {};
    const status = event.type === 'order.created' ? 'open' : 'cancelled';
    await database.transaction(async (tx) => {
      const first = await tx.insert(orderList, { orderId, ...known, status, version }, { onConflict: 'do nothing' });
      if (first) return;
      const [row] = await tx.select(orderList, { orderId }, { lock: 'for update' });
      const isNewer = row !== undefined && version > row.version;
      await tx.update(orderList, { orderId }, { ...known, ...(isNewer ? { status, version } : {}) });
    });
  });
}

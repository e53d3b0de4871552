import { asRecord, type Scenario } from 'lab/authoring';

const CUSTOMERS = ['ada', 'grace', 'alan', 'barbara', 'edsger', 'radia'];

/** Six customers order in the same moment, and then two of them cancel. */
export function sixOrders(consumers: number): Scenario {
  return {
    id: `six-orders-for-${consumers}`,
    instances: { 'order-list': consumers },
    play: async ({ customer, settled }) => {
      const created = await Promise.all(
        CUSTOMERS.map((name) => customer.post('http://orders/orders', { email: `${name}@example.org` })),
      );
      for (const one of [created[2], created[5]]) {
        const { orderId } = asRecord(one?.body);
        await customer.post(`http://orders/orders/${encodeURIComponent(String(orderId))}/cancellation`, {});
      }
      await settled();
    },
  };
}

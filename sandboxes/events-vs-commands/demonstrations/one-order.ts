import type { Scenario } from 'lab/authoring';

/** Ada orders, with the listeners that these numbers of instances leave. */
export function oneOrder(id: string, instances: Readonly<Record<string, number>> = {}): Scenario {
  return {
    id,
    instances,
    play: async ({ customer, settled }) => {
      await customer.post('http://orders/orders', { email: 'ada@example.org' });
      await settled();
    },
  };
}

import type { Scenario } from 'lab/authoring';

/** Orders and pricing, and nobody else. */
export const alone = {
  given: {
    prices: [
      { sku: 'pen', cents: 300 },
      { sku: 'ink', cents: 900 },
    ],
  },
  instances: { invoicing: 0, relay: 0, confirmation: 0, analytics: 0 },
} satisfies Omit<Scenario, 'id' | 'play'>;

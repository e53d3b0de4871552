import type { Platform } from 'lab';
import type { Scenario } from 'lab/authoring';

/** Hears what happens to orders, and packs pens or puts them back. */
export const stock = ({ broker }: Platform): Promise<void> =>
  broker.subscribe('order.*', { queue: 'stock' }, async () => {});

/** The same, with somebody who listens: to show it with nobody would look as if that were the trouble. */
export const heardByStock = (scenario: Scenario): Scenario => ({
  ...scenario,
  id: `${scenario.id}-heard-by-stock`,
  guests: { stock },
});

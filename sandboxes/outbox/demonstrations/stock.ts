import type { Platform } from 'lab';

/** Hears what happens to orders, and packs pens or puts them back. */
export const stock = ({ broker }: Platform): Promise<void> =>
  broker.subscribe('order.*', { queue: 'stock' }, async () => {});

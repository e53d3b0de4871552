/** One per process, for ever: the same blue is the same process in prose, code, console and chart. */
export type Pen = 'orders' | 'broker' | 'confirmation' | 'stock' | 'list' | 'analytics' | 'relay' | 'reader';

export type Shape = 'circle' | 'rails' | 'square' | 'triangle' | 'diamond' | 'hexagon' | 'chevron' | 'ring';

/** Never the colour alone: each pen has its shape. */
export const shapes: Readonly<Record<Pen, Shape>> = {
  orders: 'circle',
  broker: 'rails',
  confirmation: 'square',
  stock: 'triangle',
  list: 'diamond',
  analytics: 'hexagon',
  relay: 'chevron',
  reader: 'ring',
};

/**
 * The pen of each process by its name. Those the course knows keep theirs; a process that a learner made up gets one of the
 * remaining ones, the same in every play of a program. With more processes than pens, names alone tell them apart.
 */
export function pensOf(processes: readonly string[]): ReadonlyMap<string, Pen> {
  const names = [...new Set(processes)].sort();
  const pens = new Map<string, Pen>();
  for (const [pattern, pen] of KNOWN) {
    const owner = names.find((name) => pattern.test(name));
    if (owner !== undefined && ![...pens.values()].includes(pen)) pens.set(owner, pen);
  }
  const used = new Set(pens.values());
  const free = SPARE.filter((pen) => !used.has(pen));
  let next = 0;
  for (const name of names) {
    if (pens.has(name)) continue;
    const from = next < free.length ? free : SPARE;
    pens.set(name, from[next++ % from.length]!);
  }
  return pens;
}

/** Who comes first has the pen; the last two share theirs with processes that no exercise has beside them. */
const KNOWN: readonly (readonly [RegExp, Pen])[] = [
  [/^orders?$/, 'orders'],
  [/^confirmations?$/, 'confirmation'],
  [/^(stock|inventory|warehouse)$/, 'stock'],
  [/^(order-?list|list|read-?model|projection)$/i, 'list'],
  [/^analytics$/, 'analytics'],
  [/^(relay|outbox|outbox-relay)$/, 'relay'],
  [/^pricing$/, 'stock'],
  [/^invoicing$/, 'list'],
];

const SPARE: readonly Pen[] = ['stock', 'analytics', 'list', 'relay', 'confirmation', 'orders'];

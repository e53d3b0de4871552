import type { TraceIndex } from './trace-index.ts';

/** A lane's identity. Learners name their processes freely, so a process never shares an id with what is not one. */
export type LaneId = 'customer' | 'publisher' | 'broker' | `process ${string}`;

/** The lane of one instance of a process, `orders` or `orders-2`. */
export function laneOf(index: TraceIndex, who: { readonly process: string; readonly instance: number }): LaneId {
  if (who.process === 'outside' && !index.instances.has('outside')) return 'publisher';
  return `process ${instanceName(index, who)}`;
}

export function instanceName(index: TraceIndex, who: { readonly process: string; readonly instance: number }): string {
  return (index.instances.get(who.process) ?? 1) > 1 ? `${who.process}-${who.instance}` : who.process;
}

/** The lane of a name as requests and points carry it: `customer`, `orders`, `orders-2`. */
export function laneNamed(index: TraceIndex, name: string): LaneId {
  if (name === 'customer' && !index.instances.has('customer')) return 'customer';
  if (index.instances.has(name) && (index.instances.get(name) ?? 1) > 1) return `process ${name}-1`;
  return `process ${name}`;
}

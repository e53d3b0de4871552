import type { Transaction } from 'lab';
import { outbox } from './schema.ts';

export const steps = ['flight', 'hotel', 'payment'];

/** Whose turn it is when this one is done: at the end, it is the one who keeps the journeys. */
export const after = (done: string): string => steps[steps.indexOf(done) + 1] ?? 'journeys';

/** The fact on which this one acts. */
export function causeOf(service: string): string {
  const at = service === 'journeys' ? steps.length : steps.indexOf(service);
  return at === 0 ? 'journey.requested' : `${steps[at - 1]}.booked`;
}

export async function note(tx: Transaction, to: string, body: object) {
  await tx.insert(outbox, { id: crypto.randomUUID(), to, body });
}

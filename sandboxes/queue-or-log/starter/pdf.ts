import { setTimeout as sleep } from 'node:timers/promises';

/** Draws an invoice. It takes its time, and what it cannot draw today it cannot draw tomorrow. */
export async function drawInvoice(total: number): Promise<void> {
  await sleep(400);
  if (total < 0) throw new RangeError(`a total of ${total} does not fit the form`);
}

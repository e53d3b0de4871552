import type { Seen, Stage } from 'lab/authoring';
import { PATIENCE_MS } from '#world/latency.ts';
import { machine } from '#world/machine.ts';
import type { World } from '#world/world.ts';
import { copy } from './json.ts';
import type { Network } from './network.ts';

/** Somebody outside, who gives up after a while. */
export function customerOf(world: World, network: Network): Stage['customer'] {
  const ask = async (address: string, method: string, body: unknown): Promise<Seen | undefined> => {
    const { outcome, giveUp } = network.call(CUSTOMER, new machine.URL(address), method, copy(body));
    const patience = world.after(PATIENCE_MS, giveUp, undefined, 0); // no reason for others to wait
    const ended = await outcome;
    patience.cancelled = true;
    return ended.kind === 'answered' ? ended.seen : undefined;
  };
  return { get: (url) => ask(url, 'GET', undefined), post: (url, body) => ask(url, 'POST', body) };
}

const CUSTOMER = { id: 'customer', life: undefined };

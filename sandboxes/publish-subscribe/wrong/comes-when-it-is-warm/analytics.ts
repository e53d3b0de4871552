// Wrong: a subscriber may come late; the topic keeps for it what it missed.
// Fails each-hears-all: a queue gets what comes while it is there
// Fails every-fact-kept: a queue gets what comes while it is there
// Fails away-and-back: a queue gets what comes while it is there
// Fails one-fails: a queue gets what comes while it is there
import type { Platform } from 'lab';
import { facts } from './schema.ts';

const WARM_AFTER_MS = 500;

export default function start({ broker, database }: Platform) {
  // The shop is more important than the figures: let everybody else come up first.
  setTimeout(() => {
    void broker.subscribe('order.#', { queue: 'analytics' }, async (fact: { id: string }, { topic }) => {
      await database.insert(facts, { id: fact.id, topic, body: fact }, { onConflict: 'do nothing' });
    });
  }, WARM_AFTER_MS);
}

import type { Scenario } from 'lab/authoring';
import { type Fact, inOutbox } from '../facts.ts';

/** One instance of points is told these, one after the other, and comes to rest. */
export function telling(id: string, facts: readonly Fact[], everyMs: number): Scenario {
  return {
    id,
    instances: { points: 1 },
    play: async ({ publisher, sleep, settled }) => {
      for (const fact of inOutbox(facts)) {
        await publisher.publish(fact.type, fact);
        await sleep(everyMs);
      }
      await settled();
    },
  };
}

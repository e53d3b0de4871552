import type { Scenario, Stage } from 'lab/authoring';
import {
  ADA,
  added,
  doubled,
  type Fact,
  GRACE,
  inOutbox,
  reviewed,
  somethingElse,
  withNull,
  withoutPoints,
} from './facts.ts';

/** Two of them share the queue, whatever a deployment says. */
const instances = { points: 2 };

/** What Run plays: one fact after the other, each with the time it needs, and a deploy when all seems done. */
export const threeFactsAndAReview: Scenario = {
  id: 'three-facts-and-a-review',
  instances,
  play: async (stage) => {
    const facts = [added(ADA, 1, 10), reviewed(ADA, 5), added(ADA, 2, 20), reviewed(ADA, 3, 8), added(GRACE, 1, 7)];
    for (const fact of inOutbox(facts)) {
      await tell(stage, fact);
      await stage.sleep(700);
    }
    await stage.sleep(400);
    await deploy(stage);
    await stage.settled();
  },
};

/** The facts of two orders in one moment. The clock of the server that took the second of each is behind. */
export const allAtOnce: Scenario = {
  id: 'all-at-once',
  instances,
  play: async (stage) => {
    const facts = [added(ADA, 1, 10), added(GRACE, 1, 7), doubled(ADA, 2), doubled(GRACE, 2), added(ADA, 3, 5)];
    const onTwoServers = facts.map((fact) => (fact.version === 2 ? { ...fact, occurredAt: BEHIND } : fact));
    await Promise.all(inOutbox(onTwoServers).map((fact) => tell(stage, fact)));
    await stage.settled();
  },
};

const BEHIND = '2026-11-23T08:59:59.990Z';

/** The first fact of Ada's order comes half a minute after the others, and after a deploy. */
export const halfAMinuteLate: Scenario = {
  id: 'half-a-minute-late',
  instances,
  play: async (stage) => {
    const [first, ...others] = inOutbox([
      added(ADA, 1, 10),
      doubled(ADA, 2),
      added(ADA, 3, 5),
      added(GRACE, 1, 7),
      doubled(GRACE, 2),
    ]);
    for (const fact of others) await tell(stage, fact);
    await stage.sleep(500);
    await deploy(stage);
    await stage.sleep(30_000);
    await tell(stage, first!);
    await stage.settled();
  },
};

/** Most of what happens to an order earns nothing, and some of it nobody has heard of yet. Row 3 of the outbox was rolled back. */
export const nothingToCount: Scenario = {
  id: 'nothing-to-count',
  instances,
  play: async (stage) => {
    const facts = [
      added(ADA, 1, 10),
      somethingElse(ADA, 2, 'order.address.changed'),
      doubled(ADA, 3),
      somethingElse(ADA, 4, 'order.gift.wrapped'),
      added(ADA, 5, 5),
      somethingElse(ADA, 6, 'order.shipped'),
      somethingElse(ADA, 7, 'order.parcel.left.depot'),
      added(ADA, 8, 3),
      added(GRACE, 1, 7),
    ];
    for (const fact of inOutbox(facts, [3])) {
      await tell(stage, fact);
      await stage.sleep(20);
    }
    await stage.settled();
  },
};

/** A line comes without its points, and a review with null for them. When all is quiet somebody mends them and tells them again. */
export const brokenAndMended: Scenario = {
  id: 'broken-and-mended',
  instances,
  play: async (stage) => {
    const [first, second, review, third, ...graces] = inOutbox([
      added(ADA, 1, 10),
      added(ADA, 2, 20),
      reviewed(ADA, 5),
      doubled(ADA, 3),
      added(GRACE, 1, 7),
      doubled(GRACE, 2),
    ]) as [Fact, Fact, Fact, Fact, ...Fact[]];
    for (const fact of [first, withoutPoints(second), withNull(review), third, ...graces]) await tell(stage, fact);
    await stage.settled();
    await stage.sleep(5_000);
    await tell(stage, second);
    await tell(stage, review);
    await stage.settled();
  },
};

function tell({ publisher }: Stage, fact: Fact): Promise<void> {
  return publisher.publish(fact.type, fact);
}

async function deploy({ operator }: Stage): Promise<void> {
  operator.stop('points');
  await operator.start('points');
}

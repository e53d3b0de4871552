import { type Check, failed, type Of, passed, present, type Trace, type Verdict } from 'lab/authoring';
import {
  type Account,
  accountsOf,
  bonusOf,
  called,
  deliveriesOf,
  nameOf,
  ordersOf,
  pointsIn,
  pointsUpTo,
  reviewsOf,
  started,
  type Told,
  versionsOf,
} from '../reading.ts';
import { threeFactsAndAReview } from '../scenarios.ts';
import { copies, crashes, failingCommits } from '../weather.ts';
import { nothingCounted } from './nothing-counted.ts';

export const countedOnce: Check = {
  id: 'counted-once',
  title: 'A fact that comes again, as a copy or because it was not acknowledged, is counted once',
  scenario: threeFactsAndAReview,
  scope: [crashes, failingCommits, copies],
  verdict: (trace) => nothingCounted(trace) ?? twice(trace) ?? passed(),
};

function twice(trace: Trace): Verdict | undefined {
  for (const orderId of ordersOf(trace)) {
    const bonus = bonusOf(trace, orderId);
    let version = 0;
    for (const account of accountsOf(trace, orderId)) {
      if (account.bonus > bonus)
        return tooMuch(trace, orderId, account, reviewsOf(trace, orderId), [account.bonus, bonus]);
      version = Math.max(version, account.version);
      const due = pointsUpTo(trace, orderId, version);
      if (account.points > due)
        return tooMuch(trace, orderId, account, versionsOf(trace, orderId), [account.points, due]);
    }
  }
  return undefined;
}

function tooMuch(
  trace: Trace,
  orderId: string,
  { entry }: Account,
  facts: readonly Told[],
  [counted, due]: readonly [number, number],
): Verdict {
  const again = comingAgain(trace, facts, entry);
  const says = `At ${entry.at} ms ${nameOf(orderId)}'s account says ${pointsIn(counted)} where ${due} are due.`;
  if (!again) return failed(`Something was counted twice. ${says}`, entry);
  const { fact, first, last } = again;
  return failed(
    `${started(called(fact))} came at ${first.at} ms and again at ${last.at} ms, and was counted both times. ${says}`,
    ...present(first, last, entry),
  );
}

/** The fact that had come more than once by then, the last of them. */
function comingAgain(trace: Trace, facts: readonly Told[], by: Of<'committed'>) {
  return facts
    .flatMap((fact) => {
      const deliveries = deliveriesOf(trace, fact).filter(({ seq }) => seq < by.seq);
      const [first, last] = [deliveries[0], deliveries.at(-1)];
      return first && last && first !== last ? [{ fact, first, last }] : [];
    })
    .toSorted((one, other) => one.last.seq - other.last.seq)
    .at(-1);
}

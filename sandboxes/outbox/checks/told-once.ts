import { type Check, failed, passed, type Trace, type Verdict } from 'lab/authoring';
import { changesOf, factsOf, tells } from '../reading.ts';
import { twoOrders } from '../scenarios.ts';
import { nothingChanged } from './nothing-changed.ts';

export const toldOnce: Check = {
  id: 'told-once',
  title: 'When nothing goes wrong, two relays tell each fact once',
  scenario: twoOrders,
  scope: [],
  verdict: (trace) => nothingChanged(trace) ?? notOnce(trace) ?? passed(),
};

function notOnce(trace: Trace): Verdict | undefined {
  const facts = factsOf(trace);
  for (const change of changesOf(trace)) {
    const [first, second] = facts.filter((fact) => tells(fact, change));
    if (!first) return failed(`${change.said} at ${change.entry.at} ms, and nobody was told.`, change.entry);
    if (!second) continue;
    const by =
      first.entry.instance === second.entry.instance
        ? `by the same relay, at ${first.entry.at} and ${second.entry.at} ms`
        : `by relay ${first.entry.instance} at ${first.entry.at} ms and by relay ${second.entry.instance} at ${second.entry.at} ms`;
    return failed(
      `${change.said}, and was told so twice: ${by}. Nothing had gone wrong, so one of the two was for nothing.`,
      first.entry,
      second.entry,
    );
  }
  return undefined;
}

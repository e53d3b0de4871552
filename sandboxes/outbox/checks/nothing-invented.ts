import { type Check, failed, is, passed, present, type Trace, type Verdict } from 'lab/authoring';
import { changesOf, factsOf, tells } from '../reading.ts';
import { twoOrders } from '../scenarios.ts';
import { crashes, failingCommits, failingPublishes, slowCommits } from '../weather.ts';
import { nothingChanged } from './nothing-changed.ts';

export const nothingInvented: Check = {
  id: 'nothing-invented',
  title: 'Nothing is told before it is committed, and nothing that never was',
  scenario: twoOrders,
  scope: [crashes, failingPublishes, failingCommits, slowCommits],
  verdict: (trace) => nothingChanged(trace) ?? untrue(trace) ?? passed(),
};

function untrue(trace: Trace): Verdict | undefined {
  const changes = changesOf(trace);
  for (const fact of factsOf(trace)) {
    const { topic, entry } = fact;
    const change = changes.find((each) => tells(fact, each));
    if (change && change.entry.seq < entry.seq) continue;
    if (change) {
      return failed(
        `${topic} was told at ${entry.at} ms, and only at ${change.entry.at} ms was it committed that ${change.said}. In between it was not true, and could still have failed.`,
        entry,
        change.entry,
      );
    }
    const undone = trace.find((each) => each.seq > entry.seq && is('crashed', 'rolled back')(each));
    const why =
      undone?.kind === 'crashed'
        ? `: the ${undone.process} process crashed at ${undone.at} ms`
        : undone
          ? `: the transaction was rolled back at ${undone.at} ms`
          : '';
    return failed(
      `${topic} was told at ${entry.at} ms, and it never happened${why}. What was told cannot be taken back.`,
      ...present(entry, undone),
    );
  }
  return undefined;
}

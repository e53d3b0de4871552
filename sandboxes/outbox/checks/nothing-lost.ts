import { type Check, failed, is, passed, present, type Trace, type Verdict } from 'lab/authoring';
import { misfortune } from '../misfortune.ts';
import { type Changed, changesOf, factsOf, tells } from '../reading.ts';
import { twoOrders } from '../scenarios.ts';
import { crashes, failingCommits, failingPublishes, slowCommits, slowPublishes } from '../weather.ts';
import { nothingChanged } from './nothing-changed.ts';

export const nothingLost: Check = {
  id: 'nothing-lost',
  title: 'Whatever was committed is told in the end, wherever a process dies and however late a transaction commits',
  scenario: twoOrders,
  scope: [crashes, failingPublishes, failingCommits, slowCommits, slowPublishes],
  verdict: (trace) => nothingChanged(trace) ?? lost(trace) ?? passed(),
};

function lost(trace: Trace): Verdict | undefined {
  const facts = factsOf(trace);
  const changes = changesOf(trace);
  const change = changes.find((each) => !facts.some((fact) => tells(fact, each)));
  if (!change) return undefined;
  const { said, entry } = change;
  const neverTold = `${said} at ${entry.at} ms, and nobody was ever told`;
  const earlier = isLate(trace, change) ? overtaker(change, changes) : undefined;
  if (earlier) {
    return failed(
      `${neverTold}. Its transaction had begun before the one in which ${earlier.said}, and was committed after it: whoever had read up to that one had gone past this one.`,
      earlier.entry,
      entry,
    );
  }
  const mishap = misfortune(trace, entry);
  return failed(mishap ? `${neverTold}: ${mishap.clause}.` : `${neverTold}.`, ...present(entry, mishap?.entry));
}

const isLate = (trace: Trace, { entry }: Changed): boolean =>
  trace.filter(is('struck')).some(({ fault }) => fault.kind === 'delay' && fault.point === entry.point);

/** The change that was committed last before this one although its transaction had begun later. */
const overtaker = ({ entry }: Changed, changes: readonly Changed[]): Changed | undefined =>
  changes.findLast((each) => each.entry.seq < entry.seq && each.entry.tx > entry.tx);

import { type Check, committed, failed, passed, type Trace, type Verdict } from 'lab/authoring';
import { fourFacts } from '../scenarios.ts';
import { copies, lateDeliveries } from '../weather.ts';
import { nobodyOrdered } from './nobody-ordered.ts';
import { unrecorded } from './unrecorded.ts';

export const eachHearsAll: Check = {
  id: 'each-hears-all',
  title: 'Stock and analytics each hear of every order that is created or cancelled, whoever else listens',
  scenario: fourFacts,
  scope: [lateDeliveries, copies],
  verdict: (trace) => nobodyOrdered(trace) ?? writtenForTheOther(trace) ?? unrecorded(trace) ?? passed(),
};

const OWNERS = [
  ['slips', 'stock'],
  ['facts', 'analytics'],
] as const;

function writtenForTheOther(trace: Trace): Verdict | undefined {
  for (const [table, owner] of OWNERS) {
    const foreign = committed(trace, table).find(({ entry }) => entry.process !== owner)?.entry;
    if (foreign) {
      return failed(
        `The ${foreign.process} process wrote into the table ${table} at ${foreign.at} ms, which belongs to ${owner}.`,
        foreign,
      );
    }
  }
  return undefined;
}

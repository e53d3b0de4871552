import {
  type BreakIt,
  customerName,
  failed,
  is,
  isCalm,
  type Of,
  passed,
  present,
  type Scenario,
  type Stage,
  type Trace,
} from 'lab/authoring';
import { created, orderIdOf } from '../scenarios.ts';

const DONE_MS = 300;

/** confirmation-1 reads partitions 0 and 2, confirmation-2 reads partition 1. Each mail takes 190 ms. */
const fourMails: Scenario = {
  id: 'four-mails',
  instances: { confirmation: 2 },
  play: async (stage) => {
    await orders(stage, 5, 'ada');
    await orders(stage, 1, 'grace');
    await stage.sleep(DONE_MS);
    await orders(stage, 2, 'alan');
    await stage.sleep(DONE_MS - 100);
    await orders(stage, 9, 'edsger');
    await stage.settled();
  },
};

const IN_PARTITION_1 = '00000002-1000-4000-8000-000000000000';

const orders = (stage: Stage, n: number, name: string): Promise<void> =>
  created(stage, n === 9 ? IN_PARTITION_1 : orderIdOf(n), { email: `${name}@example.org`, total: 100 });

export const rebalanceInMidWork: BreakIt = {
  id: 'a-rebalance-in-mid-work',
  promise: 'Whoever orders once is mailed once.',
  program: 'shown/slow-mails',
  scenario: fourMails,
  places: [
    { schedule: 'crash-before@confirmation-1:mail:1', label: 'confirmation-1 dies before it mails Ada' },
    {
      schedule: 'crash-after@confirmation-1:offset:confirmation:1',
      label: 'confirmation-1 dies when it has done Ada’s record and committed',
    },
    { schedule: 'crash-after@confirmation-1:mail:1', label: 'confirmation-1 dies after it has mailed Ada' },
    {
      schedule: 'crash-after@confirmation-1:offset:confirmation:2',
      label: 'confirmation-1 dies when it has done Alan’s record and committed',
    },
    { schedule: 'crash-before@confirmation-2:mail:2', label: 'confirmation-2 dies before it mails Edsger' },
    {
      schedule: 'crash-after@confirmation-2:offset:confirmation:2',
      label: 'confirmation-2 dies when it has done Edsger’s record and committed',
    },
  ],
  verdict: (trace) => {
    const mails = trace.filter(is('mailed'));
    if (isCalm(trace) && mails.length < 4) return failed('Somebody was not mailed at all.');
    for (const first of mails) {
      const again = mails.find(({ to, seq }) => to === first.to && seq > first.seq);
      if (again) return failed(toldTwice(trace, first, again), ...present(moved(trace, first, again), first, again));
    }
    return passed();
  },
  held: (_, schedule) => HELD[schedule] ?? 'Each was mailed once.',
};

function toldTwice(trace: Trace, first: Of<'mailed'>, again: Of<'mailed'>): string {
  const both = `${customerName(first.to)} was mailed at ${first.at} ms by confirmation-${first.instance} and at ${again.at} ms by confirmation-${again.instance}.`;
  const handover = moved(trace, first, again);
  return handover
    ? `${both} At ${handover.at} ms, in the middle of the work, the partition went over to confirmation-${again.instance}, which began at the last committed offset; confirmation-${first.instance} had not come to committing it.`
    : `${both} The first died between the mail and the commit of its offset.`;
}

/** The record was taken from one who was alive and went on with it. */
function moved(trace: Trace, first: Of<'mailed'>, again: Of<'mailed'>): Of<'assigned'> | undefined {
  const died = trace
    .filter(is('crashed'))
    .some(({ instance, seq }) => instance === first.instance && seq > first.seq && seq < again.seq);
  if (died) return undefined;
  return trace.filter(is('assigned')).findLast(({ instance, seq }) => instance === again.instance && seq < first.seq);
}

const HELD: Readonly<Record<string, string>> = {
  'crash-before@confirmation-1:mail:1':
    'It died before the mail. Confirmation-2 got the partition, read the record again and mailed. When confirmation-1 came back, what it was given lay idle.',
  'crash-after@confirmation-1:offset:confirmation:1':
    'Ada’s record was done and committed. When confirmation-1 came back, the partitions were dealt out anew, and nobody was at work on one that moved.',
  'crash-after@confirmation-2:offset:confirmation:2':
    'Everything was done and committed, so the partitions that moved held nothing to do twice.',
};

import {
  type Check,
  customerName,
  type Entry,
  failed,
  is,
  type Of,
  passed,
  present,
  type Remark,
  type Trace,
} from 'lab/authoring';
import { isAbout, mailsTo, type PlacedOrder, placedOrders } from '../reading-the-trace.ts';
import { twoOrdersAndADeploy } from '../scenarios.ts';
import { copies, crashes, failingMails, failingPublishes, laggingReplicas, lateDeliveries } from '../weather.ts';
import { somebodyUnconfirmed } from './everybody-confirmed.ts';
import { story } from './story.ts';

export const confirmedOnce: Check = {
  id: 'confirmed-once',
  title: 'Every order is confirmed, and a copy of its event does not confirm it again',
  scenario: twoOrdersAndADeploy,
  scope: [crashes, copies, lateDeliveries, failingPublishes, failingMails, laggingReplicas],
  verdict: (trace) => {
    const missing = somebodyUnconfirmed(trace);
    if (missing) return missing;
    const remarks: Remark[] = [];
    for (const order of placedOrders(trace)) {
      const mails = mailsTo(trace, order.email);
      for (const [index, again] of mails.slice(1).entries()) {
        const first = mails[index]!;
        const excuse = noTimeToRecord(trace, first, again, order);
        if (!excuse) return confirmedTwice(trace, first, again, order);
        remarks.push(unavoidable(first, excuse, again, order));
      }
    }
    return passed(...remarks);
  },
};

function confirmedTwice(trace: Trace, first: Of<'mailed'>, again: Of<'mailed'>, order: PlacedOrder) {
  const crash = trace.slice(first.seq, again.seq).find((e) => e.kind === 'crashed' && e.process === first.process);
  const evidence = present(first, crash, again);
  const stopped = crash?.kind === 'crashed' && crash.because === 'stopped';
  // What was written down did not go with the process; then it was not looked at, or was gone for another reason.
  const wasStored = trace
    .slice(first.seq, again.seq)
    .some((e) => e.kind === 'committed' && e.process === first.process && isAbout(e.changes, order));
  const remedy =
    crash && !wasStored
      ? `What it kept in memory went with the ${stopped ? 'deploy' : 'crash'}`
      : 'It did not know the copy for one';
  return failed(
    `${customerName(order.email)}'s order was confirmed twice: ${twiceMailed(first, crash, again)}. ${remedy}.`,
    ...evidence,
  );
}

function unavoidable(first: Of<'mailed'>, excuse: Entry, again: Of<'mailed'>, { email }: PlacedOrder): Remark {
  const crashed = excuse.kind === 'crashed';
  const twice = twiceMailed(first, crashed ? excuse : undefined, again);
  const gap = crashed
    ? 'The mail had left and there was no time to record it.'
    : "The mail had left, and the provider's answer was lost.";
  return {
    id: crashed ? 'crash-between-mail-and-record' : 'answer-of-the-mail-lost',
    text: `${customerName(email)} got the mail twice, which no program can avoid here: ${twice}. ${gap}`,
    evidence: present(first, excuse, again).map((entry) => entry.seq),
  };
}

/** One process that mails twice, whatever befell it in between, is told with one subject. */
function twiceMailed(first: Of<'mailed'>, crash: Entry | undefined, again: Of<'mailed'>): string {
  if (again.process !== first.process) return story(...present(first, crash, again));
  return `the ${first.process} process sent the mail at ${first.at} ms${meanwhile(first, crash)} sent it again at ${again.at} ms`;
}

function meanwhile(first: Of<'mailed'>, crash: Entry | undefined): string {
  if (crash?.kind !== 'crashed') return ' and';
  const when = crash.at === first.at ? 'at once' : `at ${crash.at} ms`;
  return `, ${crash.because === 'stopped' ? 'was stopped' : 'crashed'} ${when}, and`;
}

/**
 * What kept the program from recording this mail: its crash, or the loss of the provider's answer, before it had finished
 * anything else about the order. Had it committed, published or acknowledged in between, there was time to record.
 */
function noTimeToRecord(trace: Trace, mail: Of<'mailed'>, again: Of<'mailed'>, order: PlacedOrder): Entry | undefined {
  for (const entry of trace.slice(mail.seq + 1, again.seq)) {
    if (entry.kind === 'struck') {
      const { fault } = entry;
      if (fault.kind === 'fail' && fault.moment === 'after' && fault.point === mail.point) return entry;
    }
    if (!('process' in entry) || entry.process !== mail.process || entry.instance !== mail.instance) continue;
    if (entry.kind === 'crashed') return entry.because === 'fault' || entry.because === 'stopped' ? entry : undefined;
    if (finished(trace, entry, order)) return undefined;
  }
  return undefined;
}

/** Whether the program got something about this order done with this entry. */
function finished(trace: Trace, entry: Entry, order: PlacedOrder): boolean {
  switch (entry.kind) {
    case 'committed':
      return isAbout(entry.changes, order);
    case 'published':
    case 'appended':
      return isAbout(entry.body, order);
    case 'acknowledged': {
      const handed = trace.find((e): e is Of<'delivered'> => e.kind === 'delivered' && e.delivery === entry.delivery);
      return isAbout(handed?.body, order);
    }
    case 'offset committed': {
      const record = trace
        .filter(is('appended'))
        .find((e) => e.log === entry.log && e.partition === entry.partition && e.offset === entry.offset - 1);
      return isAbout(record?.body, order);
    }
    default:
      return false;
  }
}

import {
  asRecord,
  type Check,
  failed,
  is,
  isCalm,
  mentions,
  type Of,
  passed,
  present,
  type Trace,
  type Verdict,
} from 'lab/authoring';
import { ADA, GRACE } from '../facts.ts';
import {
  accountsOf,
  called,
  cameBroken,
  deliveriesOf,
  isBroken,
  pointsIn,
  started,
  type Told,
  toldOf,
  versionsOf,
} from '../reading.ts';
import { brokenAndMended } from '../scenarios.ts';
import { crashes } from '../weather.ts';
import { missing } from './missing.ts';
import { nothingCounted } from './nothing-counted.ts';

/** So much more than a fact needs that has nothing broken before it; the contract sets no time. */
const LATER_MS = 2_000;

export const setAside: Check = {
  id: 'set-aside',
  title: 'What cannot be read ends in points.dead; its order waits for it, and nobody else does',
  scenario: brokenAndMended,
  scope: [crashes],
  verdict: (trace) =>
    nothingCounted(trace) ??
    passedOver(trace) ??
    kept(trace) ??
    soundSetAside(trace) ??
    (isCalm(trace) ? missing(trace, [GRACE]) : undefined) ??
    heldUp(trace) ??
    passed(),
};

/** Ada's account went on without the version that could not be read. */
function passedOver(trace: Trace): Verdict | undefined {
  const [unread] = toldOf(trace)
    .filter(isBroken)
    .filter(({ version }) => version !== undefined);
  if (!unread) return undefined;
  const mended = versionsOf(trace, ADA).find(({ id }) => id === unread.id);
  const account = accountsOf(trace, ADA).find(
    ({ version, entry }) => version >= unread.version! && entry.seq < (mended?.entry.seq ?? Infinity),
  );
  return (
    account &&
    failed(
      `${started(cameBroken(unread))}, and at ${account.entry.at} ms Ada's account says ${pointsIn(account.points)} at version ${account.version} all the same. Nobody could know then what version ${unread.version} earns.`,
      ...present(deliveriesOf(trace, unread)[0], account.entry),
    )
  );
}

/** What cannot be read was acknowledged, dropped, or put somewhere else. */
function kept(trace: Trace): Verdict | undefined {
  for (const unread of toldOf(trace).filter(isBroken)) {
    const delivered = deliveriesOf(trace, unread)[0];
    if (!delivered || isInDeadLetters(trace, unread)) continue;
    const end = trace.filter(is('given up', 'acknowledged')).find(({ message }) => message === unread.entry.message);
    const what = `${started(cameBroken(unread))} at ${delivered.at} ms`;
    if (end?.kind === 'given up')
      return failed(
        `${what}. After ${deliveriesOf(trace, unread).filter(({ message }) => message === end.message).length} tries, at ${end.at} ms, the broker ${end.to === null ? 'dropped it: its queue has no dead letter' : `put it into ${end.to}`}.`,
        delivered,
        end,
      );
    if (end) {
      const table = tableWith(trace, unread);
      const now =
        table === undefined
          ? 'It lies nowhere now, and nobody will look at it.'
          : `It is not in points.dead. Your code put it into ${table}, unread, and nobody looks there.`;
      return failed(`${what} and was acknowledged at ${end.at} ms. ${now}`, delivered, end);
    }
    return failed(`${what}, and is not in points.dead.`, delivered);
  }
  return undefined;
}

/** Where the whole of it lies in the end; a table that only has its id does not have it. */
function tableWith(trace: Trace, { id, type }: Told): string | undefined {
  const changes = trace.filter(is('committed')).flatMap(({ changes }) => changes);
  const holding = changes.filter(({ row }) => mentions(row, id) && mentions(row, type));
  return holding.find(({ table }) => holding.findLast((change) => change.table === table)?.op !== 'delete')?.table;
}

function soundSetAside(trace: Trace): Verdict | undefined {
  for (const fact of toldOf(trace).filter((one) => !isBroken(one))) {
    const gone = trace.filter(is('given up')).find(({ message }) => message === fact.entry.message);
    if (gone)
      return failed(
        `There is nothing wrong with ${called(fact)}, and at ${gone.at} ms the broker gave it up.`,
        fact.entry,
        gone,
      );
  }
  return undefined;
}

/** Grace's facts had nothing to do with it. How long this program takes is seen by Ada's first, which came before anything broken. */
function heldUp(trace: Trace): Verdict | undefined {
  const first = versionsOf(trace, ADA)[0];
  const counts = first && accountsOf(trace, ADA).find(({ version }) => version >= first.version);
  const usualMs = counts ? counts.entry.at - first.entry.at : 0;
  for (const fact of versionsOf(trace, GRACE)) {
    const counted = accountsOf(trace, GRACE).find(({ version }) => version >= fact.version);
    if (!counted || counted.entry.at - fact.entry.at <= 3 * usualMs + LATER_MS) continue;
    return failed(
      `${started(called(fact))} was told at ${fact.entry.at} ms and counted only at ${counted.entry.at} ms: it stood behind facts that could not be read.`,
      ...present(fact.entry, deliveriesOf(trace, fact)[0], counted.entry),
    );
  }
  return undefined;
}

/** By the broker, or by whoever sent it there. */
function isInDeadLetters(trace: Trace, { id, entry }: Told): boolean {
  const sent = (one: Of<'published'>) =>
    one.to.includes('points.dead') && JSON.stringify(asRecord(one.body)).includes(id);
  return (
    trace.filter(is('given up')).some(({ message, to }) => message === entry.message && to === 'points.dead') ||
    trace.filter(is('published')).some(sent)
  );
}

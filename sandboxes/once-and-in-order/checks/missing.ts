import { eitherHandler, failed, is, type Of, present, type Trace, type Verdict } from 'lab/authoring';
import {
  accountsOf,
  bonusOf,
  called,
  cameBroken,
  deliveriesOf,
  isBroken,
  nameOf,
  ordersOf,
  pointsIn,
  pointsUpTo,
  reviewsOf,
  started,
  type Told,
  toldOf,
  versionsOf,
} from '../reading.ts';

/** The failure when in the end something that was told is in no account. */
export function missing(trace: Trace, orders = ordersOf(trace)): Verdict | undefined {
  for (const orderId of orders) {
    const wrong = missingVersion(trace, orderId) ?? missingReview(trace, orderId);
    if (wrong) return wrong;
  }
  return undefined;
}

function missingVersion(trace: Trace, orderId: string): Verdict | undefined {
  const last = accountsOf(trace, orderId).at(-1);
  const versions = versionsOf(trace, orderId);
  const newest = versions.at(-1)?.version ?? 0;
  const version = last?.version ?? 0;
  const lost = versions.find((fact) => fact.version > version);
  if (lost) {
    const stopped = last ? `${nameOf(orderId)}'s account stays at version ${version}` : 'there is no account';
    return failed(
      `${started(called(lost))}, told at ${lost.entry.at} ms, was never counted: ${stopped}. ${fateOf(trace, lost)}`,
      ...present(lost.entry, ...evidenceOf(trace, lost), last?.entry),
    );
  }
  const due = pointsUpTo(trace, orderId, newest);
  if (!last || last.points >= due) return undefined;
  return failed(
    `In the end ${nameOf(orderId)}'s account says version ${version} and ${pointsIn(last.points)}. Versions 1 to ${newest} make ${due}: one of them is lost.`,
    last.entry,
  );
}

function missingReview(trace: Trace, orderId: string): Verdict | undefined {
  const last = accountsOf(trace, orderId).at(-1);
  const reviews = reviewsOf(trace, orderId);
  const short = bonusOf(trace, orderId) - (last?.bonus ?? 0);
  const review = reviews.find(({ points }) => points === short) ?? reviews[0];
  if (!review || short <= 0) return undefined;
  return failed(
    `${started(called(review))}, told at ${review.entry.at} ms, was never counted: the bonus is ${last?.bonus ?? 0}. ${fateOf(trace, review)}`,
    ...present(review.entry, ...evidenceOf(trace, review), last?.entry),
  );
}

/** What became of its message, in a sentence or two. */
function fateOf(trace: Trace, fact: Told): string {
  const either = eitherHandler(trace, fact.entry);
  return either ? `${endingOf(trace, fact)} ${either.because}` : endingOf(trace, fact);
}

function endingOf(trace: Trace, fact: Told): string {
  const first = deliveriesOf(trace, fact)[0];
  if (!first && fact.entry.to.length === 0) return neverBound(trace, fact);
  const end = endOf(trace, fact);
  if (end?.kind === 'given up')
    return end.to === null
      ? `It came back too often, and at ${end.at} ms the broker dropped it.`
      : `It came back too often, and at ${end.at} ms it went to ${end.to}.`;
  if (!first) return 'It was never delivered.';
  const known = end && takenForKnown(trace, fact, end);
  if (known) return known;
  const early = earlierThan(trace, fact, first);
  const before = early ?? uncountedBefore(trace, fact, first);
  const when = before === undefined ? '' : `, before version ${before}${early ? '' : ' was counted'}`;
  if (end) {
    const other = early || end.seq < first.seq ? undefined : meanwhile(trace, fact, first, end);
    const atWork = other ? ` Meanwhile the other instance worked on ${other}.` : '';
    return `It came at ${first.at} ms${when}, and was acknowledged at ${end.at} ms.${atWork}`;
  }
  return `It came at ${first.at} ms${when}.`;
}

/** Under its id it had come before, and nothing could be read of it then. */
function takenForKnown(trace: Trace, fact: Told, { at }: Of<'acknowledged'>): string | undefined {
  const unread = toldOf(trace).find((one) => one.id === fact.id && isBroken(one));
  const mended = deliveriesOf(trace, fact).find(({ seq }) => seq > fact.entry.seq);
  if (!unread || !mended) return undefined;
  return `It came mended at ${mended.at} ms, and was acknowledged at ${at} ms. Under the same id ${cameBroken(unread)} before.`;
}

function neverBound(trace: Trace, { type }: Told): string {
  const bound = trace.filter(is('bound')).find(({ process }) => process === 'points');
  if (!bound) return 'The points process has bound no queue to anything.';
  const earns = type === 'order.line.added' || type === 'order.points.doubled' || type === 'review.written';
  const why = earns ? '' : ' It earns nothing, but it takes a number, and whoever counts numbers has to hear of it.';
  return `The queue ${bound.queue} is bound to ${listed(bound.topics)}, so it never came.${why}`;
}

/** "a", "a and b", "a, b and c" */
const listed = (all: readonly string[]): string =>
  all.length < 2 ? all.join() : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;

/** A version that this one was ahead of when it came. */
function earlierThan(trace: Trace, { orderId, version }: Told, first: Of<'delivered'>): number | undefined {
  if (version === undefined) return undefined;
  return versionsOf(trace, orderId).find(
    (other) => other.version < version && (deliveriesOf(trace, other)[0]?.seq ?? Infinity) > first.seq,
  )?.version;
}

/** The version that the account had to count next when this one came, if it was another one. */
function uncountedBefore(trace: Trace, { orderId, version }: Told, first: Of<'delivered'>): number | undefined {
  const next = (accountsOf(trace, orderId).findLast(({ entry }) => entry.seq < first.seq)?.version ?? 0) + 1;
  return version !== undefined && next < version ? next : undefined;
}

/** What another instance had been handed about the same order and had not yet done when this one was. */
function meanwhile(trace: Trace, fact: Told, first: Of<'delivered'>, end: Of<'acknowledged'>): string | undefined {
  const other = versionsOf(trace, fact.orderId).find((one) => {
    const delivered = deliveriesOf(trace, one)[0];
    const done = endOf(trace, one);
    return (
      one.id !== fact.id &&
      delivered !== undefined &&
      delivered.instance !== first.instance &&
      delivered.seq < end.seq &&
      (done?.seq ?? Infinity) > first.seq
    );
  });
  return other && `version ${other.version}`;
}

/** The last thing that happened to it in its queue. */
function endOf(trace: Trace, fact: Told): Of<'acknowledged'> | Of<'given up'> | undefined {
  const messages = new Set(deliveriesOf(trace, fact).map(({ message }) => message));
  return trace
    .filter(is('acknowledged', 'given up'))
    .findLast((entry) => messages.has(entry.message) || entry.message === fact.entry.message);
}

function evidenceOf(trace: Trace, fact: Told) {
  return present(
    deliveriesOf(trace, fact)[0],
    trace.filter(is('crashed')).findLast(({ because }) => because === 'fault'),
    endOf(trace, fact),
  );
}

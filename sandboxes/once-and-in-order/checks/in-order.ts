import { type Check, failed, isCalm, passed, present, type Trace, type Verdict } from 'lab/authoring';
import {
  type Account,
  accountsOf,
  deliveriesOf,
  nameOf,
  ordersOf,
  pointsIn,
  pointsUpTo,
  versionsOf,
} from '../reading.ts';
import { allAtOnce } from '../scenarios.ts';
import { copies, crashes, lateDeliveries } from '../weather.ts';
import { missing } from './missing.ts';
import { notTold } from './not-told.ts';
import { nothingCounted } from './nothing-counted.ts';

export const inOrder: Check = {
  id: 'in-order',
  title: 'An account never shows what the order never had: its points are those of versions 1 to the one it names',
  scenario: allAtOnce,
  scope: [lateDeliveries, { ...copies, byMs: [0] }, crashes],
  verdict: (trace) =>
    nothingCounted(trace) ?? neverWas(trace) ?? (isCalm(trace) ? missing(trace) : undefined) ?? passed(),
};

function neverWas(trace: Trace): Verdict | undefined {
  for (const orderId of ordersOf(trace)) {
    let before: Account | undefined;
    for (const account of accountsOf(trace, orderId)) {
      const wrong =
        wentBack(orderId, before, account) ?? notTold(trace, orderId, account) ?? wrongPoints(trace, orderId, account);
      if (wrong) return wrong;
      before = account;
    }
  }
  return undefined;
}

function wentBack(orderId: string, before: Account | undefined, after: Account): Verdict | undefined {
  if (!before || after.version >= before.version) return undefined;
  return failed(
    `${nameOf(orderId)}'s account was at version ${before.version} at ${before.entry.at} ms, and at ${after.entry.at} ms it went back to version ${after.version}.`,
    before.entry,
    after.entry,
  );
}

function wrongPoints(trace: Trace, orderId: string, { points, version, entry }: Account): Verdict | undefined {
  const due = pointsUpTo(trace, orderId, version);
  if (points === due) return undefined;
  const says = `At ${entry.at} ms ${nameOf(orderId)}'s account says ${pointsIn(points)} at version ${version}`;
  const make = version === 1 ? 'version 1 makes' : `versions 1 to ${version} make`;
  const late = versionsOf(trace, orderId)
    .filter((fact) => fact.version < version)
    .find((fact) => (deliveriesOf(trace, fact)[0]?.seq ?? Infinity) > entry.seq);
  const came = late && deliveriesOf(trace, late)[0];
  const why = late
    ? ` Version ${late.version} (${late.type}) ${came ? `came only at ${came.at} ms` : 'had not come'}.`
    : ' All of them had come by then: one was left out, or counted out of its turn.';
  return failed(`${says}; ${make} ${due}.${version > 1 ? why : ''}`, ...present(came, entry));
}

import { failed, type Trace, type Verdict } from 'lab/authoring';
import { type Account, accountsOf, nameOf, ordersOf, versionsOf } from '../reading.ts';

/** An account that names a version which no fact of its order has had. */
export function inventedVersion(trace: Trace): Verdict | undefined {
  for (const orderId of ordersOf(trace)) {
    for (const account of accountsOf(trace, orderId)) {
      const wrong = notTold(trace, orderId, account);
      if (wrong) return wrong;
    }
  }
  return undefined;
}

/** A version that no fact of this order has had. */
export function notTold(trace: Trace, orderId: string, { version, entry }: Account): Verdict | undefined {
  const told = versionsOf(trace, orderId).filter((fact) => fact.entry.seq < entry.seq);
  const highest = Math.max(0, ...told.map((fact) => fact.version));
  if (version <= highest) return undefined;
  const known =
    highest === 0 ? 'no fact of the order had been told' : `version ${highest} was the last that had been told`;
  return failed(`At ${entry.at} ms ${nameOf(orderId)}'s account names version ${version}, and ${known}.`, entry);
}

import { failed, present, quoted, type Trace, type Verdict } from 'lab/authoring';
import { type Logged, lastCrash, listed, logOf, putAside, readingsOf } from '../reading.ts';

/** The failure when the list is not what the log says, for the first order of which that is so. */
export function offTheList(trace: Trace): Verdict | undefined {
  for (const logged of logOf(trace)) {
    const wrong = missing(trace, logged) ?? wrongStatus(trace, logged) ?? incomplete(trace, logged);
    if (wrong) return wrong;
  }
  return undefined;
}

function missing(trace: Trace, logged: Logged): Verdict | undefined {
  const { name, orderId, created } = logged;
  if (!created || listed(trace, orderId)) return undefined;
  const { entry } = created;
  const where = `${name}'s order has been in the log since ${entry.at} ms, in partition ${entry.partition} at offset ${entry.offset}, and is not on the list`;
  const aside = putAside(trace, String(created.body.id));
  if (aside) return failed(`${where}. It was put aside at ${aside.at} ms, and nothing is wrong with it.`, entry, aside);
  const readings = readingsOf(trace, created).filter(({ process }) => process === 'order-list');
  const last = readings.at(-1);
  if (!last) {
    return failed(
      `${where}: the order-list process never read it. A group goes on where it has committed; where it has not, it begins with the latest unless it asks for the earliest.`,
      entry,
    );
  }
  const crash = lastCrash(trace);
  return failed(
    crash && crash.seq > last.seq
      ? `${where}. The order-list process read it at ${last.at} ms and crashed at ${crash.at} ms, and nobody read it again: its offset had been committed before the work was done.`
      : `${where}, although the order-list process read it at ${last.at} ms.`,
    ...present(entry, last, crash),
  );
}

function wrongStatus(trace: Trace, logged: Logged): Verdict | undefined {
  const { name, orderId, created, last, status } = logged;
  const row = listed(trace, orderId);
  if (!created || !row || row.row.status === status) return undefined;
  const [one, other] = [created.entry.partition, last.entry.partition];
  const cancelled = readingsOf(trace, last).at(-1);
  const explained =
    one === other
      ? cancelled
        ? `Its last event was read at ${cancelled.at} ms.`
        : 'Its last event was never read.'
      : `order.created went into partition ${one} and ${last.type} into partition ${other}, and two partitions have no order between them. What has one key goes into one.`;
  return failed(
    `${name}'s order was last told of with ${last.type}, and in the end the list says ${quoted(row.row.status)}. ${explained}`,
    ...present(created.entry, last.entry, cancelled, row.entry),
  );
}

function incomplete(trace: Trace, { name, orderId, created }: Logged): Verdict | undefined {
  const row = listed(trace, orderId);
  if (!created || !row) return undefined;
  for (const column of ['email', 'total'] as const) {
    if (row.row[column] === created.body[column]) continue;
    return failed(
      `${name}'s order was told of with ${column} ${quoted(created.body[column])}, and the list says ${quoted(row.row[column])}.`,
      created.entry,
      row.entry,
    );
  }
  return undefined;
}

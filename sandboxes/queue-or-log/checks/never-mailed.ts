import { failed, is, type Of, present, type Trace, type Verdict } from 'lab/authoring';
import { type Logged, lastCrash, mailsTo, readingsOf } from '../reading.ts';

/** The failure when somebody ordered and was never mailed. */
export function neverMailed(trace: Trace, logged: Logged): Verdict | undefined {
  const { created, name } = logged;
  if (!created || mailsTo(trace, logged).length > 0) return undefined;
  const { entry } = created;
  const readings = readingsOf(trace, created);
  const mailing = readingToMail(readings);
  const handled = trace
    .filter(is('offset committed'))
    .find(
      ({ group, partition, offset }) =>
        group === mailing?.group && partition === entry.partition && offset > entry.offset,
    );
  return failed(
    `${name} ordered at ${entry.at} ms and was never mailed. ${
      mailing === undefined
        ? readOnlyBy(trace, readings, entry.partition)
        : handled
          ? `The group ${mailing.group} read the record at ${mailing.at} ms in the ${mailing.process} process and committed its offset at ${handled.at} ms; to the log it is done.`
          : `The ${mailing.process} process read the record at ${mailing.at} ms and did not come to committing its offset. ${LATEST(entry.partition)}`
    }`,
    ...present(entry, mailing ?? readings[0], handled, lastCrash(trace)),
  );
}

/** Whoever mails may have any name. The list has no cause to mail, so its reading explains nothing, unless it has the old group. */
function readingToMail(readings: readonly Of<'read'>[]): Of<'read'> | undefined {
  return (
    readings.findLast(({ group, process }) => group === 'confirmation' || process === 'confirmation') ??
    readings.findLast(({ group, process }) => group !== 'order-list' && process !== 'order-list')
  );
}

/** Who read the record, none of whom was to mail; and why another group may have passed it by, if there is another. */
function readOnlyBy(trace: Trace, readings: readonly Of<'read'>[], partition: number): string {
  const by = [...new Set(readings.map(({ group }) => group))];
  if (by.length === 0) return `No group ever read that record. ${LATEST(partition)}`;
  const who = `Only the ${by.length === 1 ? 'group' : 'groups'} ${by.join(' and ')} read that record.`;
  const hasOther = trace.some((entry) => is('read')(entry) && !by.includes(entry.group));
  return hasOther ? `${who} ${LATEST(partition)}` : who;
}

const LATEST = (partition: number): string =>
  `A group without an offset in partition ${partition} begins with the latest, unless it asks for the earliest.`;

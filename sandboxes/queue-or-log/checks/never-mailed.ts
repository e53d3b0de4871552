import { failed, is, present, type Trace, type Verdict } from 'lab/authoring';
import { type Logged, lastCrash, mailsTo, readingsOf } from '../reading.ts';

/** The failure when somebody ordered and was never mailed. */
export function neverMailed(trace: Trace, logged: Logged): Verdict | undefined {
  const { created, name } = logged;
  if (!created || mailsTo(trace, logged).length > 0) return undefined;
  const { entry } = created;
  const readings = readingsOf(trace, created);
  const mailing = readings.findLast(({ group, process }) => group === 'confirmation' || process === 'confirmation');
  const handled = trace
    .filter(is('offset committed'))
    .find((e) => e.group === mailing?.group && e.partition === entry.partition && e.offset > entry.offset);
  const crash = lastCrash(trace);
  return failed(
    `${name} ordered at ${entry.at} ms and was never mailed. ${
      mailing === undefined
        ? `The group confirmation never read that record. ${LATEST(entry.partition)}`
        : handled
          ? `The group ${mailing.group} read the record at ${mailing.at} ms and committed its offset at ${handled.at} ms; to the log it is done.`
          : `The ${mailing.process} process read the record at ${mailing.at} ms and did not come to committing its offset. ${LATEST(entry.partition)}`
    }`,
    ...present(entry, mailing, handled, crash),
  );
}

const LATEST = (partition: number): string =>
  `A group without an offset in partition ${partition} begins with the latest, unless it asks for the earliest.`;

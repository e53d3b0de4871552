import { type Check, failed, is, mentions, passed, present, type Trace, type Verdict } from 'lab/authoring';
import { logOf } from '../reading.ts';
import { anUnreadableRecord, UNREADABLE, UNREADABLE_SUM } from '../scenarios.ts';
import { crashesOf } from '../weather.ts';
import { neverMailed } from './never-mailed.ts';
import { offTheList } from './off-the-list.ts';

export const unreadablePutAside: Check = {
  id: 'unreadable-put-aside',
  title: 'A record that nobody can read is handed to support, and what lies behind it goes on',
  scenario: anUnreadableRecord,
  scope: [crashesOf('order-list', 'confirmation')],
  verdict: (trace) => stopped(trace) ?? unheard(trace) ?? offTheList(trace) ?? unmailed(trace) ?? passed(),
};

/** One reader comes back to the record again and again, and never gets past it. How often it tries before that is its own affair. */
function stopped(trace: Trace): Verdict | undefined {
  const record = appended(trace);
  if (!record) return undefined;
  const { log, partition, offset } = record;
  const readings = trace
    .filter(is('read'))
    .filter((entry) => entry.log === log && entry.partition === partition && entry.offset === offset);
  for (const group of new Set(readings.map((entry) => entry.group))) {
    const own = readings.filter((entry) => entry.group === group);
    const gotPast = trace
      .filter(is('offset committed'))
      .some(
        (entry) => entry.group === group && entry.log === log && entry.partition === partition && entry.offset > offset,
      );
    if (own.length < MANY || gotPast) continue;
    const threw = trace.filter(is('logged')).find(({ text }) => text.includes(`/${partition} at ${offset}:`));
    return failed(
      `The group ${group} read the record at offset ${offset} of partition ${partition} ${own.length} times and goes on so; Ada's cancellation and Grace's order wait behind it. A queue would give it up in the end. A log hands out the same record until its offset is committed.`,
      ...present(record, threw, own.at(-1)),
    );
  }
  return undefined;
}

/** A crash or two bring a record again a few times; more often it comes to somebody who throws. */
const MANY = 10;

function unheard(trace: Trace): Verdict | undefined {
  const record = appended(trace);
  const aside = trace.filter(is('delivered')).filter(({ queue }) => queue === 'put-aside');
  const isWhole = ({ body }: { body: unknown }) =>
    mentions(body, UNREADABLE) && JSON.stringify(body).includes(UNREADABLE_SUM);
  if (!record || aside.some(isWhole)) return undefined;
  const named = aside.find(({ body }) => mentions(body, UNREADABLE));
  if (named)
    return failed(
      `What support was handed at ${named.at} ms names the record that nobody can read and leaves out what it says. Whoever is to make sense of it needs it whole.`,
      record,
      named,
    );
  const other = aside[0];
  return failed(
    `At ${record.at} ms something was appended that names no order, and ${
      other
        ? `what support was handed at ${other.at} ms does not contain it.`
        : 'support was never handed it. What a reader cannot use, somebody has to see.'
    }`,
    ...present(record, other),
  );
}

function unmailed(trace: Trace): Verdict | undefined {
  for (const logged of logOf(trace)) {
    const wrong = neverMailed(trace, logged);
    if (wrong) return wrong;
  }
  return undefined;
}

const appended = (trace: Trace) =>
  trace.filter(is('appended')).find(({ body }) => JSON.stringify(body).includes(UNREADABLE));

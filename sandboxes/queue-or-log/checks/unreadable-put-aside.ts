import { type Check, failed, is, passed, present, type Trace, type Verdict } from 'lab/authoring';
import { logOf, putAside } from '../reading.ts';
import { anUnreadableRecord, UNREADABLE } from '../scenarios.ts';
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

const MANY = 10;

/** One reader comes back to the record again and again. */
function stopped(trace: Trace): Verdict | undefined {
  const record = appended(trace);
  const groups = new Map<string, number>();
  for (const entry of trace.filter(is('read'))) {
    if (entry.partition !== record?.partition || entry.offset !== record.offset) continue;
    const times = (groups.get(entry.group) ?? 0) + 1;
    groups.set(entry.group, times);
    if (times < MANY) continue;
    const threw = trace
      .filter(is('logged'))
      .find(({ text }) => text.includes(`/${record.partition} at ${record.offset}:`));
    return failed(
      `The group ${entry.group} read the record at offset ${record.offset} of partition ${record.partition} ten times and goes on so; Ada's cancellation and Grace's order wait behind it. A queue would give it up in the end. A log hands out the same record until its offset is committed.`,
      ...present(record, threw, entry),
    );
  }
  return undefined;
}

function unheard(trace: Trace): Verdict | undefined {
  const record = appended(trace);
  if (!record || putAside(trace, UNREADABLE)) return undefined;
  const other = trace.filter(is('delivered')).find(({ queue }) => queue === 'put-aside');
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

import { type Check, failed, passed, type Trace, type Verdict } from 'lab/authoring';
import { type Look, looksOf, type Order, orderOf, pens } from '../reading.ts';
import { quickChanges } from '../scenarios.ts';
import { copies, crashesOfTheProjection, failingCommits, lateDeliveries } from '../weather.ts';
import { noOrderShown } from './no-order-shown.ts';
import { nobodyOrdered } from './nobody-ordered.ts';

export const newestInTheEnd: Check = {
  id: 'newest-in-the-end',
  title: 'When all is quiet, everybody sees the newest state, whatever order the messages came in',
  scenario: quickChanges,
  scope: [lateDeliveries, copies, crashesOfTheProjection, failingCommits],
  verdict: (trace) => nobodyOrdered(trace) ?? noOrderShown(trace) ?? outOfDate(trace) ?? passed(),
};

function outOfDate(trace: Trace): Verdict | undefined {
  const order = orderOf(trace);
  const looks = order ? looksOf(trace, order) : [];
  if (order && !looks.some(({ answer }) => answer)) return failed('When all was quiet, no look got an answer.');
  for (const look of looks) {
    const wrong = look.answer && stale(trace, order!, look);
    if (wrong) return wrong;
  }
  return undefined;
}

function stale(trace: Trace, { states }: Order, { answer, quantity, state }: Look): Verdict | undefined {
  const newest = states.at(-1)!;
  if (state === states.length - 1) return undefined;
  if (state === undefined)
    return failed(
      `All was quiet, and at ${answer!.at} ms somebody who looked was still told "updating".`,
      newest.entry,
      answer!,
    );
  const late = trace.some((entry) => entry.kind === 'struck' && ['delay', 'duplicate'].includes(entry.fault.kind));
  const why = late ? ' What came last is not always what happened last.' : '';
  return failed(
    `Ada's order had been ${pens(newest.quantity)} since ${newest.entry.at} ms. When all was quiet, at ${answer!.at} ms, the page said ${pens(quantity)}, and would have said so for ever.${why}`,
    newest.entry,
    answer!,
  );
}

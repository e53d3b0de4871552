import { type Check, failed, is, isCalm, passed, type Trace, type Verdict } from 'lab/authoring';
import { looksOf, type Order, orderOf, pens } from '../reading.ts';
import { ordersAway } from '../scenarios.ts';
import { crashesOfReaders, laggingReplicas } from '../weather.ts';
import { noOrderShown } from './no-order-shown.ts';
import { nobodyOrdered } from './nobody-ordered.ts';

export const ordersLeftAlone: Check = {
  id: 'orders-left-alone',
  title:
    'What the read side knows is made and read there: orders neither writes it nor is asked for it, and may be down',
  scenario: ordersAway,
  scope: [laggingReplicas, crashesOfReaders],
  verdict: (trace) =>
    nobodyOrdered(trace) ??
    noOrderShown(trace) ??
    asked(trace) ??
    readElsewhere(trace) ??
    writtenElsewhere(trace) ??
    notShown(trace) ??
    passed(),
};

/** All looks of this scenario come when the read side has caught up. */
function asked(trace: Trace): Verdict | undefined {
  const call = trace.filter(is('called')).find(({ from, to }) => /^page(-\d+)?$/.test(from) && to === 'orders');
  return (
    call &&
    failed(
      `At ${call.at} ms the page asked orders, although both replicas had long had the order. Every look is then one more for the write side to answer.`,
      call,
    )
  );
}

function readElsewhere(trace: Trace): Verdict | undefined {
  const read = trace.filter(is('selected')).find(({ process, table }) => process === 'page' && table === 'orders');
  return (
    read &&
    failed(
      `At ${read.at} ms the page read the table orders, which belongs to the orders process. Whatever that changes in its table now breaks the page.`,
      read,
    )
  );
}

/** Who writes the copy in the transaction of the write has no copy any more: from then on both sides change together. */
function writtenElsewhere(trace: Trace): Verdict | undefined {
  const read = new Set(
    trace
      .filter(is('selected'))
      .filter(({ process }) => process === 'page')
      .map(({ table }) => table),
  );
  for (const commit of trace.filter(is('committed'))) {
    const { process, at, changes } = commit;
    const written = changes.find(
      ({ table }) =>
        (process === 'orders' && (table === READ_MODEL || read.has(table))) ||
        (process === 'page' && table === READ_MODEL),
    );
    if (!written) continue;
    return failed(
      `At ${at} ms the ${process} process wrote the table ${written.table}. What the page shows is for the projection to write: ${
        process === 'orders'
          ? 'a write side that keeps it as well has to change whenever the page does.'
          : 'with two writers, nobody can say any more what a row was made of.'
      }`,
      commit,
    );
  }
  return undefined;
}

const READ_MODEL = 'order_pages';

function notShown(trace: Trace): Verdict | undefined {
  const order = orderOf(trace);
  const looks = order ? looksOf(trace, order) : [];
  const wrong = order && looks.find((look) => look.answer && look.state !== order.states.length - 1);
  if (wrong) return missed(order, wrong);
  const lost = looks.find(({ answer }) => !answer);
  return lost && isCalm(trace) ? failed(`Ada looked at ${lost.call.at} ms and got no answer.`, lost.call) : undefined;
}

function missed({ states }: Order, { call, answer, quantity }: ReturnType<typeof looksOf>[number]): Verdict {
  const newest = states.at(-1)!;
  const said = quantity === undefined ? '"updating"' : pens(quantity);
  return failed(
    `The order had been ${pens(newest.quantity)} since ${newest.entry.at} ms, and both replicas knew. Ada looked at ${call.at} ms, and the page said ${said}.`,
    newest.entry,
    call,
    answer!,
  );
}

import {
  type Check,
  committed,
  type Entry,
  failed,
  is,
  type Of,
  passed,
  present,
  type Trace,
  type Verdict,
} from 'lab/authoring';
import { type Accepted, acceptedOf, count, type List, listsOf, nameIn, ordersOf, pens } from '../reading.ts';
import { EARLIER, ordersAndLooks } from '../scenarios.ts';
import { crashesOfPages, crashesOfTheProjection, laggingList, lateDeliveries } from '../weather.ts';
import { nobodyServed } from './nobody-served.ts';

export const ownOrderAtOnce: Check = {
  id: 'own-order-at-once',
  title:
    'Whoever has ordered finds it in her list from then on, however far that is behind, and with the projection down',
  scenario: ordersAndLooks,
  scope: [laggingList, crashesOfPages, crashesOfTheProjection, lateDeliveries],
  verdict: (trace) => nobodyServed(trace) ?? usedByOthers(trace) ?? missing(trace) ?? passed(),
};

/** The table orders has one owner, and order_list is what one process has heard. */
function usedByOthers(trace: Trace): Verdict | undefined {
  const used = trace
    .filter(is('selected', 'committed'))
    .filter(({ process }) => process !== 'orders')
    .find((entry) => (entry.kind === 'selected' ? entry.table === 'orders' : writes(entry, 'orders')));
  const did = used?.kind === 'selected' ? 'read' : 'wrote into';
  if (used)
    return failed(
      `At ${used.at} ms the ${used.process} process ${did} the table orders, which belongs to the orders process. What that changes in its table breaks the page.`,
      used,
    );
  const listedBy = trace
    .filter(is('committed'))
    .find((entry) => entry.process !== 'projection' && writes(entry, 'order_list'));
  return (
    listedBy &&
    failed(
      `At ${listedBy.at} ms the ${listedBy.process} process wrote into order_list, which the projection writes, and it alone. A read model with two writers is no longer what the events made of it.`,
      listedBy,
    )
  );
}

const writes = ({ changes }: Of<'committed'>, table: string): boolean => changes.some((each) => each.table === table);

function missing(trace: Trace): Verdict | undefined {
  const accepted = acceptedOf(trace);
  for (const list of listsOf(trace)) {
    const shows = (id: string) => list.orders.some(({ orderId }) => orderId === id);
    if (!shows(EARLIER.orderId)) {
      const { call, answer } = list;
      return failed(
        `The list at ${answer.at} ms did not have Ada's order of last month, ${pens(EARLIER.pens)}, which the read model had all along. The list is all her orders, not only the new ones.`,
        call,
        answer,
      );
    }
    const own = accepted.filter(({ answer }) => answer.seq < list.call.seq || answer === list.answer);
    const lost = own.find(({ orderId }) => !shows(orderId));
    if (lost) return failed(`${unseen(lost, list)} ${whyNot(trace, lost, list)}`, ...evidence(trace, lost, list));
  }
  return undefined;
}

function unseen(lost: Accepted, list: List): string {
  const [name, what] = [nameIn(lost), pens(lost.pens)];
  if (lost.answer === list.answer)
    return `${name} ordered ${what} at ${lost.call.at} ms and was answered ${lost.answer.status} at ${lost.answer.at} ms, with a list that did not have the order.`;
  return `${name}'s order of ${what} was accepted at ${lost.answer.at} ms. She looked at ${list.call.at} ms, and her list had ${count(list)} and not that one.`;
}

function whyNot(trace: Trace, { orderId }: Accepted, { answer }: List): string {
  const stored = listed(trace, orderId);
  if (!stored) return 'The projection never put it into the list.';
  return stored.seq < answer.seq
    ? `The projection had put it into the list at ${stored.at} ms, and the replica that the page reads was further behind than that.`
    : `The projection put it into the list only at ${stored.at} ms.`;
}

const listed = (trace: Trace, orderId: string) =>
  committed(trace, 'order_list').find(({ row }) => row.orderId === orderId)?.entry;

function evidence(trace: Trace, lost: Accepted, list: List): readonly Entry[] {
  const stored = ordersOf(trace).get(lost.orderId)?.states[0]?.entry;
  return [...new Set(present(stored, lost.answer, list.call, list.answer, listed(trace, lost.orderId)))];
}

import {
  type Check,
  committed,
  type Entry,
  eitherHandler,
  failed,
  is,
  isCalm,
  type Of,
  passed,
  present,
  quoted,
  type Trace,
  type Verdict,
} from 'lab/authoring';
import { factsOf, lastLook, type Order, ordersOf } from '../reading.ts';
import { PENS, twoAtTheShelf } from '../scenarios.ts';
import { copies, crashes, failingPublishes } from '../weather.ts';
import { nobodyOrdered } from './nobody-ordered.ts';

export const canBeRefused: Check = {
  id: 'can-be-refused',
  title: 'Each order is placed or refused and its page says which; of a refused one nothing else is ever told',
  scenario: twoAtTheShelf,
  scope: [crashes, copies, failingPublishes],
  verdict: (trace) => {
    const orders = ordersOf(trace);
    for (const order of orders) {
      const wrong = contradiction(trace, order) ?? undecided(trace, order);
      if (wrong) return wrong;
    }
    return nobodyOrdered(trace) ?? oversold(trace) ?? bothAlike(trace, orders) ?? passed();
  },
};

/** Facts about one order that cannot both be true. */
function contradiction(trace: Trace, order: Order): Verdict | undefined {
  const about = (topic: string) => factsOf(trace, topic).find(({ body }) => body.orderId === order.id)?.entry;
  const [reserved, refused, placed] = [about('stock.reserved'), about('stock.refused'), about('order.placed')];
  if (reserved && refused) {
    return failed(
      `${order.name}'s pens were both reserved, at ${reserved.at} ms, and refused, at ${refused.at} ms. One decision is one fact.`,
      reserved,
      refused,
    );
  }
  if (placed && !reserved) {
    return misled(
      trace,
      refused,
      `order.placed was told of ${order.name}'s order at ${placed.at} ms, and stock had reserved nothing for it.`,
      ...present(placed, refused),
    );
  }
  if (placed && reserved && placed.seq < reserved.seq) {
    return failed(
      `order.placed was told of ${order.name}'s order at ${placed.at} ms, and stock reserved its pens only at ${reserved.at} ms: it could still have refused.`,
      placed,
      reserved,
    );
  }
  const mail = refused && trace.filter(is('mailed')).find(({ to }) => to === order.email);
  return (
    mail &&
    failed(
      `${order.name}'s order was refused at ${refused.at} ms, and at ${mail.at} ms she was mailed that it is placed.`,
      refused,
      mail,
    )
  );
}

function undecided(trace: Trace, order: Order): Verdict | undefined {
  const { status, answer, call } = lastLook(trace, order);
  const told = (topic: string) => factsOf(trace, topic).find(({ body }) => body.orderId === order.id)?.entry;
  const [reserved, refused] = [told('stock.reserved'), told('stock.refused')];
  const crash = trace.filter(is('crashed')).at(-1);
  if (!reserved && !refused) {
    const gaveUp = trace.find(is('given up'));
    const threw = trace.filter(is('returned')).findLast(({ because }) => because !== 'connection lost');
    const because = threw
      ? ` The handler said: ${threw.because}. To throw is to ask for the message again, not to refuse.`
      : '';
    return failed(
      `Nobody was ever told whether ${order.name} gets her pens.${because}`,
      ...present(order.answer, crash, threw, gaveUp),
    );
  }
  if (answer === undefined || answer.status !== 200)
    return failed(`${order.name}'s page could not be read when all was quiet.`, ...present(answer ?? call));
  const right = reserved ? 'placed' : 'refused';
  if (status !== right) {
    return misled(
      trace,
      reserved ?? refused,
      `Stock had ${reserved ? 'reserved' : 'refused'} ${order.name}'s pens at ${(reserved ?? refused)!.at} ms, and when all was quiet, at ${answer.at} ms, her page said ${quoted(status)}, not "${right}".`,
      ...present(reserved ?? refused, answer),
    );
  }
  const placed = told('order.placed');
  return reserved && !placed
    ? misled(
        trace,
        reserved,
        `${order.name}'s pens were reserved at ${reserved.at} ms, and order.placed was never told.`,
        ...present(reserved, crash),
      )
    : undefined;
}

/** A failure that somebody brought about who was handed this answer, perhaps in the wrong handler. */
function misled(
  trace: Trace,
  answer: Of<'published'> | undefined,
  because: string,
  ...evidence: readonly Entry[]
): Verdict {
  const either = answer && eitherHandler(trace, answer);
  return either
    ? failed(`${because} ${either.because}`, ...either.evidence, ...evidence)
    : failed(because, ...evidence);
}

/** The shelf has lost as much as was reserved, whoever it was for. */
function oversold(trace: Trace): Verdict | undefined {
  const changes = committed(trace, 'shelves');
  const last = changes.at(-1);
  const left = last ? Number(last.row.available) : PENS;
  if (left < 0) return failed(`At ${last!.entry.at} ms there were ${left} pens on the shelf.`, last!.entry);
  const reserved = new Set(factsOf(trace, 'stock.reserved').map(({ body }) => body.orderId));
  const right = PENS - 2 * reserved.size;
  if (left === right) return undefined;
  const orders = reserved.size === 1 ? 'one order' : `${reserved.size} orders`;
  const evidence = changes.map(({ entry }) => entry).slice(-2);
  const [one, other] = evidence;
  if (left > right && one && other && one.tx !== other.tx) {
    return failed(
      `There were ${PENS} pens, and stock reserved two each for ${orders}, at ${one.at} ms and at ${other.at} ms. Whoever came second had read the shelf before the first had changed it. A transaction does not keep others from reading; a lock on the row makes them wait until it is decided.`,
      ...evidence,
    );
  }
  const why =
    left > right
      ? 'What is reserved has to come off the shelf.'
      : 'What changes the shelf must know the same command when it comes again.';
  return failed(
    `In the end ${left} of ${PENS} pens were on the shelf, and stock had told of ${orders} of two: that leaves ${right}. ${why}`,
    ...evidence,
  );
}

/** There are pens for one of the two. */
function bothAlike(trace: Trace, orders: readonly Order[]): Verdict | undefined {
  if (!isCalm(trace) || orders.length < 2) return undefined;
  const refused = factsOf(trace, 'stock.refused');
  if (new Set(refused.map(({ body }) => body.orderId)).size === 1) return undefined;
  return failed(
    refused.length === 0
      ? `There were ${PENS} pens, two orders of two, and none was refused.`
      : `There were ${PENS} pens, and of two orders of two both were refused.`,
    ...orders.map(({ answer }) => answer),
  );
}

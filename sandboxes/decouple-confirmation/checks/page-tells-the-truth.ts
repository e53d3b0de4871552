import {
  type Asked,
  asRecord,
  type Check,
  failed,
  isCalm,
  passed,
  present,
  quoted,
  type Trace,
  type Verdict,
} from 'lab/authoring';
import { type Look, looksAt, mailsTo, orderOf, placedOrders } from '../reading-the-trace.ts';
import { ada, NOBODYS_ORDER, watchedOrder } from '../scenarios.ts';
import { crashes, lateDeliveries } from '../weather.ts';
import { nothingStored, refusedForNothing } from './everybody-confirmed.ts';
import { mailHasLeft, saidTooEarly } from './said-too-early.ts';

export const pageTellsTheTruth: Check = {
  id: 'page-tells-the-truth',
  title: 'The order page says “on its way” until the mail has left, and “sent” in the end',
  scenario: watchedOrder,
  scope: [crashes, lateDeliveries],
  verdict: (trace) => {
    const order = orderOf(trace, ada.email);
    if (!order?.accepted) return isCalm(trace) ? refusedOrNothing(trace, order) : passed();
    const { orderId } = asRecord(order.answer?.body);
    if (typeof orderId !== 'string') {
      return failed(
        'The answer to POST /orders does not say which order it made: it has no orderId.',
        ...present(order.answer),
      );
    }
    const looks = looksAt(trace, orderId);
    return (
      tooEarly(trace, order) ??
      first(looks, (look) => untrue(trace, look, orderId)) ??
      neverSent(trace, looks) ??
      first(looksAt(trace, NOBODYS_ORDER), invented) ??
      passed()
    );
  },
};

function refusedOrNothing(trace: Trace, order: Asked | undefined): Verdict {
  return order && placedOrders(trace).length > 0 ? refusedForNothing(order) : nothingStored(trace);
}

/** The answer to POST is the first thing that a reader sees. */
function tooEarly(trace: Trace, { answer }: Asked): Verdict | undefined {
  if (!answer || asRecord(answer.body).confirmation !== 'sent' || mailHasLeft(trace, ada.email, answer.seq))
    return undefined;
  return failed(
    `The answer to POST said "sent" at ${answer.at} ms; the mail had not left.`,
    answer,
    ...mailsTo(trace, ada.email).slice(0, 1),
  );
}

function untrue(trace: Trace, look: Look, orderId: string): Verdict | undefined {
  const { answer, shown } = look;
  if (!answer || answer.status >= 500) return undefined;
  if (answer.status !== 200) {
    return failed(
      `The order page answered ${answer.status} at ${answer.at} ms, for an order that had been accepted. Inside the window its reader should see "on its way".`,
      answer,
    );
  }
  const early = saidTooEarly(trace, look, ada.email);
  if (early) return early;
  const page = asRecord(answer.body);
  if (page.total !== ada.total || page.orderId !== orderId) {
    const wrong = page.total !== ada.total ? `total ${quoted(page.total)}` : `orderId ${quoted(page.orderId)}`;
    const right = page.total !== ada.total ? `ordered for ${ada.total} cents` : `was given ${quoted(orderId)}`;
    return failed(`The page of Ada's order says ${wrong} at ${answer.at} ms; she ${right}.`, answer);
  }
  if (shown === 'sent' || shown === 'on its way') return undefined;
  return failed(
    `The page said ${quoted(shown)} at ${answer.at} ms, where its reader expects "on its way" or "sent".`,
    answer,
  );
}

/** A mail that never left is another check's business, unless the weather was calm. */
function neverSent(trace: Trace, looks: readonly Look[]): Verdict | undefined {
  const [mail] = mailsTo(trace, ada.email);
  const last = looks.findLast((look) => look.answer?.status === 200);
  if (!mail && !isCalm(trace)) return undefined;
  if (!last?.answer) {
    const unread = looks.at(-1);
    return isCalm(trace)
      ? failed('The order page could not be read.', ...present(unread?.answer ?? unread?.call))
      : undefined;
  }
  if (last.shown === 'sent') return undefined;
  return failed(
    `${mail ? `The mail had left at ${mail.at} ms` : 'No mail ever left'}, and at ${last.answer.at} ms, when all was quiet, the page still said "on its way".`,
    ...present(mail, last.answer),
  );
}

/** Nobody's order has no page, however likely it is that such an order is still to come. */
function invented({ answer }: Look): Verdict | undefined {
  if (!answer || answer.status === 404 || answer.status >= 500) return undefined;
  return failed(
    `The page of an order that nobody placed was answered ${answer.status} at ${answer.at} ms, where 404 says that there is none.`,
    answer,
  );
}

function first<T>(all: readonly T[], judge: (one: T) => Verdict | undefined): Verdict | undefined {
  for (const one of all) {
    const verdict = judge(one);
    if (verdict) return verdict;
  }
  return undefined;
}

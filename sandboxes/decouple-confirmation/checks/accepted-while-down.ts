import {
  type Asked,
  asRecord,
  type Check,
  customerName,
  failed,
  passed,
  present,
  shortened,
  type Trace,
  type Verdict,
} from 'lab/authoring';
import { looksAt, mailsTo, orderOf, ordersOf, placedOrders } from '../reading-the-trace.ts';
import { ada, grace, thenMailIsDown } from '../scenarios.ts';
import { AS_BEFORE_MS, isInTime } from './answered-in-time.ts';
import { nothingStored, somebodyUnconfirmed } from './everybody-confirmed.ts';
import { saidTooEarly } from './said-too-early.ts';

export const acceptedWhileDown: Check = {
  id: 'accepted-while-down',
  title:
    'While the confirmation process is down, orders are accepted as quickly as before; the mail goes out when it is back',
  scenario: thenMailIsDown,
  scope: [],
  verdict: (trace) => {
    const before = orderOf(trace, ada.email);
    const during = orderOf(trace, grace.email);
    if (!before?.accepted || !during) return refusedWhileUp(trace, before);
    return (
      refusedWhileDown(during) ??
      sentWhileDown(trace) ??
      somebodyUnconfirmed(trace) ??
      pageWhileDown(trace, during) ??
      slowWhileDown(trace, before) ??
      slow(before, 'while everything was up') ??
      passed()
    );
  },
};

function refusedWhileUp(trace: Trace, before: Asked | undefined): Verdict {
  if (placedOrders(trace).length === 0) return nothingStored(trace);
  const error = before?.answer?.error ? ` (${shortened(before.answer.error)})` : '';
  const said = before?.answer ? `was answered ${before.answer.status}${error}` : 'got no answer';
  return failed(`Ada ${said} while everything was up.`, ...present(before?.answer ?? before?.call));
}

function refusedWhileDown({ call, answer, accepted }: Asked): Verdict | undefined {
  if (!answer)
    return failed(`Grace ordered at ${call.at} ms, while the confirmation process was down, and got no answer.`, call);
  if (accepted) return undefined;
  const error = answer.error ? ` (${shortened(answer.error)})` : '';
  return failed(
    `Grace was answered ${answer.status}${error} at ${answer.at} ms, because the confirmation process was down.`,
    call,
    answer,
  );
}

/** Grace's order, and Ada's second one. */
function slowWhileDown(trace: Trace, before: Asked): Verdict | undefined {
  const during = [...ordersOf(trace, grace.email), ...ordersOf(trace, ada.email).slice(1)];
  const late = during.find((asked) => !isInTime(asked));
  if (!late) return undefined;
  const isWaiting = late.answerMs > before.answerMs + 5;
  const conclusion = isWaiting
    ? `With everything up, Ada was answered in ${before.answerMs} ms: accepting an order must not depend on anybody else.`
    : undefined;
  return slow(late, 'while the confirmation process was down', conclusion);
}

function slow(asked: Asked, when: string, conclusion?: string): Verdict | undefined {
  const { call, answer, answerMs } = asked;
  if (isInTime(asked)) return undefined;
  const who = customerName(String(asRecord(call.body).email));
  const waited = answer ? `waited ${answerMs} ms for an answer` : 'got no answer';
  return failed(
    `${who} ${waited} ${when}. ${conclusion ?? `When orders.ts sent the mail itself, an order was accepted in ${AS_BEFORE_MS} ms.`}`,
    call,
    ...present(answer),
  );
}

/** Whoever sent it, it was not the confirmation process. */
function sentWhileDown(trace: Trace): Verdict | undefined {
  const { down, back } = outage(trace);
  const [mail] = mailsTo(trace, grace.email);
  if (!down || !mail || mail.seq < down.seq || (back && mail.seq > back.seq)) return undefined;
  return failed(
    `${customerName(grace.email)}'s mail left at ${mail.at} ms, while the confirmation process was down: the ${mail.process} process sent it.`,
    down,
    mail,
  );
}

/** Whoever reads her page now reads what is true, however long it stays so. */
function pageWhileDown(trace: Trace, { answer }: Asked): Verdict | undefined {
  const { orderId } = asRecord(answer?.body);
  const { down, back } = outage(trace);
  for (const look of typeof orderId === 'string' ? looksAt(trace, orderId) : []) {
    if (back && look.call.seq > back.seq) continue;
    const early = saidTooEarly(trace, look, grace.email);
    if (early) return early;
    if (look.accepted) continue;
    const said = look.answer ? `was answered ${look.answer.status}` : 'got no answer';
    return failed(
      `Grace opened the page of her order at ${look.call.at} ms, while the confirmation process was down, and ${said}. The page must not need it.`,
      ...present(down, look.answer ?? look.call),
    );
  }
  return undefined;
}

function outage(trace: Trace) {
  const down = trace.find((e) => e.kind === 'crashed' && e.process === 'confirmation' && e.because === 'stopped');
  const back = trace.find(
    (e) => e.kind === 'started' && e.process === 'confirmation' && e.seq > (down?.seq ?? Infinity),
  );
  return { down, back };
}

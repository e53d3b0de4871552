import { type Check, failed, passed, type Trace, type Verdict } from 'lab/authoring';
import { shortened } from '../foreign-values.ts';
import { type Asked, customerName, mailsTo, orderOf, placedOrders, present } from '../reading-the-trace.ts';
import { ada, confirmationIsDown, grace } from '../scenarios.ts';
import { nothingStored, somebodyUnconfirmed } from './everybody-confirmed.ts';

export const acceptedWhileDown: Check = {
  id: 'accepted-while-down',
  title:
    'While the confirmation process is down, orders are accepted as quickly as before; the mail goes out when it is back',
  scenario: confirmationIsDown,
  scope: [],
  verdict: (trace) => {
    const before = orderOf(trace, ada.email);
    const during = orderOf(trace, grace.email);
    if (!before?.accepted || !during) return refusedWhileUp(trace, before);
    return refusedOrSlow(before, during) ?? sentWhileDown(trace) ?? somebodyUnconfirmed(trace) ?? passed();
  },
};

function refusedWhileUp(trace: Trace, before: Asked | undefined): Verdict {
  if (placedOrders(trace).length === 0) return nothingStored(trace);
  const said = before?.answer ? `was answered ${before.answer.status}` : 'got no answer';
  return failed(`Ada ${said} while everything was up.`, ...present(before?.answer ?? before?.call));
}

function refusedOrSlow(before: Asked, during: Asked): Verdict | undefined {
  const { call, answer, answerMs } = during;
  if (!answer)
    return failed(`Grace ordered at ${call.at} ms, while the confirmation process was down, and got no answer.`, call);
  if (!during.accepted) {
    const error = answer.error ? ` (${shortened(answer.error)})` : '';
    return failed(
      `Grace was answered ${answer.status}${error} at ${answer.at} ms, because the confirmation process was down.`,
      call,
      answer,
    );
  }
  if (answerMs <= before.answerMs * 1.5 + 5) return undefined;
  return failed(
    `Grace waited ${answerMs} ms for her answer while the confirmation process was down; Ada had waited ${before.answerMs} ms. Accepting an order must not depend on it.`,
    call,
    answer,
  );
}

/** Whoever sent it, it was not the confirmation process. */
function sentWhileDown(trace: Trace): Verdict | undefined {
  const down = trace.find((e) => e.kind === 'crashed' && e.process === 'confirmation' && e.because === 'stopped');
  const back = trace.find(
    (e) => e.kind === 'started' && e.process === 'confirmation' && e.seq > (down?.seq ?? Infinity),
  );
  const [mail] = mailsTo(trace, grace.email);
  if (!down || !mail || mail.seq < down.seq || (back && mail.seq > back.seq)) return undefined;
  return failed(
    `${customerName(grace.email)}'s mail left at ${mail.at} ms, while the confirmation process was down: the ${mail.process} process sent it.`,
    down,
    mail,
  );
}

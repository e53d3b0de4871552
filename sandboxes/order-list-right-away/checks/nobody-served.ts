import { asRecord, failed, is, mentions, type Of, quoted, type Trace, type Verdict } from 'lab/authoring';
import { asksOf, emailOf, listIn, nameIn } from '../reading.ts';

/**
 * The failure when somebody was not served although no process died and no call failed, or was told yes without a list.
 * A list that is behind, and messages that are late, are no reason to send anybody away.
 */
export function nobodyServed(trace: Trace): Verdict | undefined {
  const isSudden = trace.filter(is('struck')).some(({ fault }) => fault.kind === 'crash' || fault.kind === 'fail');
  for (const { call, answer, accepted } of asksOf(trace)) {
    const what = `${call.method} ${call.path.replace(/\?.*/, '')}`;
    if (!answer) {
      if (!isSudden) return failed(`${what} at ${call.at} ms got no answer.`, call);
    } else if (!accepted) {
      if (!isSudden) return sentAway(trace, what, call, answer);
    } else if (!listIn(answer.body)) {
      return failed(
        `${what} was answered ${answer.status} at ${answer.at} ms without \`orders\`, the customer's list.`,
        answer,
      );
    }
    const { cookie } = asRecord(answer?.body);
    if (answer && cookie !== undefined && typeof cookie !== 'string')
      return failed(
        `The cookie in the answer at ${answer.at} ms is ${quoted(cookie)}, and a browser keeps text: JSON.stringify makes one.`,
        answer,
      );
  }
  return undefined;
}

function sentAway(trace: Trace, what: string, call: Of<'called'>, answer: Of<'answered'>): Verdict {
  const { status, error, at } = answer;
  const known = error === undefined ? answerOfOrders(trace, call, answer) : undefined;
  if (known) {
    const next = status >= 500 ? 'She sends the form again.' : 'To her there is no order.';
    return failed(
      `orders had answered with ${nameIn({ email: emailOf(call) })}'s order at ${known.at} ms, so the page knew that it exists, and answered ${status} at ${at} ms. ${next}`,
      call,
      known,
      answer,
    );
  }
  const isByChoice = error === undefined && status >= 500 && call.method === 'GET';
  const moral = isByChoice ? ' A list that is behind is no reason to send anybody away.' : '';
  return failed(
    `${what} was answered ${status}${error === undefined ? '' : ` (${error})`} at ${at} ms.${moral}`,
    call,
    answer,
  );
}

/** The 2xx of `orders` about the order of this form, which it gave a page before the customer was answered. */
function answerOfOrders(trace: Trace, call: Of<'called'>, answer: Of<'answered'>): Of<'answered'> | undefined {
  const { orderId } = asRecord(call.body);
  if (typeof orderId !== 'string') return undefined;
  const { process, instance } = answer;
  const asked = trace
    .filter(is('called'))
    .filter(({ seq, from, to, body }) => {
      const isItself = from === process || from === `${process}-${instance}`;
      return isItself && to === 'orders' && seq > call.seq && seq < answer.seq && mentions(body, orderId);
    })
    .map((one) => one.call);
  return trace
    .filter(is('answered'))
    .find((one) => one.seq < answer.seq && asked.includes(one.call) && one.status >= 200 && one.status < 300);
}

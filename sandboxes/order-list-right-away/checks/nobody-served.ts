import { asRecord, failed, is, quoted, type Trace, type Verdict } from 'lab/authoring';
import { asksOf, listIn } from '../reading.ts';

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
      const because = answer.error === undefined ? '' : ` (${answer.error})`;
      if (!isSudden) return failed(`${what} was answered ${answer.status}${because} at ${answer.at} ms.`, call, answer);
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

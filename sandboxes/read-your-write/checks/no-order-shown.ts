import { asRecord, failed, present, quoted, type Trace, type Verdict } from 'lab/authoring';
import { type Look, looksOf, orderOf, pens } from '../reading.ts';

/**
 * The failure when a look was answered with neither an order nor the honest `updating`. Without an answer is another matter:
 * whoever was asked may have crashed.
 */
export function noOrderShown(trace: Trace): Verdict | undefined {
  const order = orderOf(trace);
  for (const look of order ? looksOf(trace, order) : []) {
    const wrong = neither(look);
    if (wrong) return wrong;
  }
  return undefined;
}

function neither({ call, answer, quantity, state }: Look): Verdict | undefined {
  if (!answer) return undefined;
  if (answer.status === 202) {
    const { status } = asRecord(answer.body);
    return status === 'updating'
      ? undefined
      : failed(
          `A look was answered 202 at ${answer.at} ms, with the status ${quoted(status)}, not "updating".`,
          answer,
        );
  }
  if (answer.status === 404)
    return failed(
      `Ada looked at her order at ${call.at} ms and was answered 404 at ${answer.at} ms: to her, it was never placed.`,
      call,
      answer,
    );
  if (answer.status !== 200) {
    const because = answer.error === undefined ? '' : ` (${answer.error})`;
    return failed(
      `Ada looked at her order at ${call.at} ms and was answered ${answer.status}${because} at ${answer.at} ms.`,
      ...present(call, answer),
    );
  }
  if (quantity === undefined)
    return failed(
      `Ada looked at her order at ${call.at} ms and was answered 200 at ${answer.at} ms, without a quantity.`,
      call,
      answer,
    );
  return state === -1
    ? failed(`The page said ${pens(quantity)} at ${answer.at} ms, which Ada's order never was.`, answer)
    : undefined;
}

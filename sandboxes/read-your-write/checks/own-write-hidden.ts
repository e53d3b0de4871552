import { failed, type Trace, type Verdict } from 'lab/authoring';
import { looksOf, type Order, orderOf, pens, writesOf } from '../reading.ts';

/** The failure when a look that began after the answer to a write showed an older state than that write had made. */
export function ownWriteHidden(trace: Trace): Verdict | undefined {
  const order = orderOf(trace);
  return order && hidden(trace, order);
}

function hidden(trace: Trace, order: Order): Verdict | undefined {
  const writes = writesOf(trace, order);
  for (const look of looksOf(trace, order)) {
    const write = writes.filter(({ answer }) => answer.seq < look.call.seq).sort((a, b) => b.state - a.state)[0];
    if (!write || look.state === undefined || look.state >= write.state) continue;
    return failed(
      `Ada made it ${pens(write.quantity)} and was answered at ${write.answer.at} ms. She looked at ${look.call.at} ms, and the page said ${pens(look.quantity)}.`,
      order.states[write.state]!.entry,
      write.answer,
      look.call,
      look.answer!,
    );
  }
  return undefined;
}

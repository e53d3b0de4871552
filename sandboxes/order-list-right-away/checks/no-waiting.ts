import { type Check, failed, is, passed, type Trace, type Verdict } from 'lab/authoring';
import { asksOf, emailOf, nameIn } from '../reading.ts';
import { ordersAndLooks } from '../scenarios.ts';
import { crashesOfTheProjection, laggingList, lateDeliveries } from '../weather.ts';
import { nobodyServed } from './nobody-served.ts';

export const DEADLINE_MS = 100;

export const noWaiting: Check = {
  id: 'no-waiting',
  title: `Each answer is there within ${DEADLINE_MS} ms, however far behind the list is`,
  scenario: ordersAndLooks,
  scope: [laggingList, crashesOfTheProjection, lateDeliveries],
  verdict: (trace) => tooLate(trace) ?? nobodyServed(trace) ?? passed(),
};

function tooLate(trace: Trace): Verdict | undefined {
  for (const { call, answer } of asksOf(trace)) {
    const lost = trace.find((entry) => entry.kind === 'unanswered' && entry.call === call.call);
    const end = answer ?? lost;
    if (!end || end.at - call.at <= DEADLINE_MS) continue;
    const did = call.method === 'POST' ? 'ordered' : 'looked';
    const name = nameIn({ email: emailOf(call) });
    return failed(
      answer
        ? `${name} ${did} at ${call.at} ms and was answered at ${answer.at} ms, ${answer.at - call.at} ms later.${away(trace, call.seq, end.seq)}`
        : `${name} ${did} at ${call.at} ms and had no answer when she gave up, ${end.at - call.at} ms later.${away(trace, call.seq, end.seq)}`,
      call,
      end,
    );
  }
  return undefined;
}

/** Nobody could have waited long enough. */
function away(trace: Trace, from: number, to: number): string {
  const starts = trace.filter(is('ready', 'crashed')).filter(({ process }) => process === 'projection');
  const last = starts.findLast(({ seq }) => seq < from) ?? starts[0];
  const back = starts.find(({ seq, kind }) => kind === 'ready' && seq > from && seq < to);
  if (last?.kind !== 'crashed') return '';
  return back
    ? ` The projection was down until ${back.at} ms: a window has no upper bound, and a wait needs one.`
    : ' The projection was down: a window has no upper bound, and a wait needs one.';
}

import { type Check, failed, is, passed, present, type Trace, type Verdict } from 'lab/authoring';
import { looksOf, orderOf } from '../reading.ts';
import { projectionDown } from '../scenarios.ts';
import { crashesOfReaders, laggingReplicas, slowAnswers } from '../weather.ts';
import { noOrderShown } from './no-order-shown.ts';
import { nobodyOrdered } from './nobody-ordered.ts';
import { ownWriteHidden } from './own-write-hidden.ts';

export const DEADLINE_MS = 500;

export const answeredInTime: Check = {
  id: 'answered-in-time',
  title: `A look is answered within ${DEADLINE_MS} ms and honestly, also when the projection is down, and orders too`,
  scenario: projectionDown,
  scope: [laggingReplicas, slowAnswers, crashesOfReaders],
  verdict: (trace) =>
    nobodyOrdered(trace) ??
    tooLate(trace) ??
    noOrderShown(trace) ??
    ownWriteHidden(trace) ??
    forgotten(trace) ??
    passed(),
};

function tooLate(trace: Trace): Verdict | undefined {
  const order = orderOf(trace);
  for (const { call, answer } of order ? looksOf(trace, order) : []) {
    const lost = trace.find((entry) => entry.kind === 'unanswered' && entry.call === call.call);
    const end = answer ?? lost;
    if (!end || end.at - call.at <= DEADLINE_MS) continue;
    const away = trace.filter(is('crashed')).filter(({ seq, because }) => seq < call.seq && because === 'stopped');
    const gone = [...new Set(away.map(({ process }) => process))];
    const because =
      gone.length === 0 ? '' : ` Meanwhile ${gone.join(' and ')} ${gone.length === 1 ? 'was' : 'were'} down.`;
    return failed(
      answer
        ? `Ada looked at ${call.at} ms and was answered at ${answer.at} ms, ${answer.at - call.at} ms later.${because} Say what is known before her patience ends.`
        : `Ada looked at ${call.at} ms and had no answer at all when she gave up, ${end.at - call.at} ms later.${because}`,
      call,
      ...away,
      end,
    );
  }
  return undefined;
}

/** Everybody is back, and what was written is shown. */
function forgotten(trace: Trace): Verdict | undefined {
  const order = orderOf(trace);
  const last = order && looksOf(trace, order).at(-1);
  if (!last) return undefined;
  if (last.state === order.states.length - 1) return undefined;
  return failed(
    `Projection and orders were back, all was quiet, and Ada, who looked at ${last.call.at} ms, was not shown what she had written.`,
    ...present(last.call, last.answer),
  );
}

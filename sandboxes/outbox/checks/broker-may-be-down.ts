import { type Check, customersAsked, failed, is, passed, present, type Trace, type Verdict } from 'lab/authoring';
import { changesOf, factsOf, tells } from '../reading.ts';
import { brokerIsDown } from '../scenarios.ts';
import { nothingChanged } from './nothing-changed.ts';
import { outOfOrder } from './out-of-order.ts';

export const brokerMayBeDown: Check = {
  id: 'broker-may-be-down',
  title:
    'While the broker is down, customers are served as quickly; when it is back, all that piled up is told, in order',
  scenario: brokerIsDown,
  scope: [],
  verdict: (trace) => slower(trace) ?? nothingChanged(trace) ?? forgotten(trace) ?? outOfOrder(trace) ?? passed(),
};

const SAME_SPEED_MS = 10;

/** As many ordered at once before the broker went down as ask for something at once while it is. */
function slower(trace: Trace): Verdict | undefined {
  const down = trace.find(is('broker'));
  const asked = customersAsked(trace, 'POST');
  const before = asked.filter(({ call }) => down === undefined || call.seq < down.seq);
  if (!before.every(({ answer, accepted }) => answer && accepted)) return undefined;
  const slowestMs = Math.max(...before.map(({ answerMs }) => answerMs));
  const during = asked.slice(before.length);
  for (const { call, answer, accepted, answerMs } of during) {
    if (!answer || !accepted) {
      const how = answer ? `answered ${answer.status}${answer.error ? ` (${answer.error})` : ''}` : 'not answered';
      return failed(`While the broker was down, POST ${call.path} at ${call.at} ms was ${how}.`, answer ?? call);
    }
    if (answerMs > slowestMs + SAME_SPEED_MS) {
      return failed(
        `While the broker was down, POST ${call.path} took ${answerMs} ms; before, the slowest of as many orders had taken ${slowestMs} ms.`,
        call,
        answer,
      );
    }
  }
  return undefined;
}

function forgotten(trace: Trace): Verdict | undefined {
  const facts = factsOf(trace);
  const up = trace.filter(is('broker')).findLast(({ state }) => state === 'up');
  const [first, ...others] = changesOf(trace).filter((change) => !facts.some((fact) => tells(fact, change)));
  if (!first) return undefined;
  const more = others.length === 0 ? '' : ` Nor of ${others.length === 1 ? 'one other' : `${others.length} others`}.`;
  return failed(
    `${first.said} at ${first.entry.at} ms. The broker was back at ${up?.at} ms, and nobody was ever told.${more}`,
    ...present(first.entry, up),
  );
}

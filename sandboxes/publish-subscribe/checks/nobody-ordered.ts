import {
  type Asked,
  customersAsked,
  failed,
  isCalm,
  type Of,
  present,
  quoted,
  type Trace,
  type Verdict,
} from 'lab/authoring';
import { ordersOf } from '../reading.ts';

/** The failure when in calm weather somebody ordered and was not accepted, or not told which order it is. */
export function nobodyOrdered(trace: Trace): Verdict | undefined {
  if (!isCalm(trace)) return undefined;
  const accepted = ordersOf(trace);
  const ordered = customersAsked(trace, 'POST').filter(({ call }) => call.path === '/orders');
  const lost = ordered.find(({ call }) => !accepted.some((order) => order.call === call));
  if (!lost) return undefined;
  if (!lost.accepted) return refused(lost);
  return failed(
    `POST /orders was answered ${quoted(lost.answer?.body)}, which names no orderId.`,
    ...present(lost.answer),
  );
}

/** The failure when in calm weather anything that customers asked for was not accepted. */
export function somebodyRefused(trace: Trace): Verdict | undefined {
  const lost = isCalm(trace) ? customersAsked(trace, 'POST').find(({ accepted }) => !accepted) : undefined;
  return lost && refused(lost);
}

/** `POST /orders/:orderId/cancellation` */
export const routeOf = ({ method, path }: Of<'called'>): string =>
  `${method} ${path.replace(/^\/orders\/[^/]+/, '/orders/:orderId')}`;

function refused({ call, answer }: Asked): Verdict {
  if (!answer) return failed(`${routeOf(call)} at ${call.at} ms got no answer.`, call);
  const because = answer.error === undefined ? '' : ` (${answer.error})`;
  return failed(`${routeOf(call)} was answered ${answer.status}${because} at ${answer.at} ms.`, call, answer);
}

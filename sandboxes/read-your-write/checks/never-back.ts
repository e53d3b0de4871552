import { type Check, failed, passed, type Trace, type Verdict } from 'lab/authoring';
import { type Look, looksOf, orderOf, pens } from '../reading.ts';
import { shopChanges } from '../scenarios.ts';
import { crashesOfReaders, laggingReplicas, lateDeliveries } from '../weather.ts';
import { noOrderShown } from './no-order-shown.ts';
import { nobodyOrdered } from './nobody-ordered.ts';

export const neverBack: Check = {
  id: 'never-back',
  title: 'Whoever has seen a state of an order never sees an older one afterwards',
  scenario: shopChanges,
  scope: [laggingReplicas, lateDeliveries, crashesOfReaders],
  verdict: (trace) => nobodyOrdered(trace) ?? noOrderShown(trace) ?? wentBack(trace) ?? passed(),
};

function wentBack(trace: Trace): Verdict | undefined {
  const order = orderOf(trace);
  let newest: (Look & { readonly state: number }) | undefined;
  for (const look of order ? looksOf(trace, order) : []) {
    const { state } = look;
    if (state === undefined) continue;
    if (newest && state < newest.state)
      return failed(backInTime(newest, look), newest.answer!, look.call, look.answer!);
    newest = { ...look, state };
  }
  return undefined;
}

const backInTime = (newest: Look, look: Look): string =>
  `Ada saw ${pens(newest.quantity)} at ${newest.answer!.at} ms and looked again at ${look.call.at} ms: the page said ${pens(look.quantity)}, as before the shop changed it. She has gone back in time.`;

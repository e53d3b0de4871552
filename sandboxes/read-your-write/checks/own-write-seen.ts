import { type Check, passed } from 'lab/authoring';
import { changesAndLooks } from '../scenarios.ts';
import { copies, crashesOfOrders, crashesOfReaders, laggingReplicas, lateDeliveries } from '../weather.ts';
import { noOrderShown } from './no-order-shown.ts';
import { nobodyOrdered } from './nobody-ordered.ts';
import { ownWriteHidden } from './own-write-hidden.ts';

export const ownWriteSeen: Check = {
  id: 'own-write-seen',
  title: 'Whoever has changed an order and looks never sees it as it was before',
  scenario: changesAndLooks,
  scope: [laggingReplicas, lateDeliveries, copies, crashesOfReaders, crashesOfOrders],
  verdict: (trace) => nobodyOrdered(trace) ?? noOrderShown(trace) ?? ownWriteHidden(trace) ?? passed(),
};

import { type Check, passed } from 'lab/authoring';
import { twoOrders } from '../scenarios.ts';
import { crashes, failingCommits, failingPublishes, slowPublishes } from '../weather.ts';
import { nothingChanged } from './nothing-changed.ts';
import { outOfOrder } from './out-of-order.ts';

export const toldInOrder: Check = {
  id: 'told-in-order',
  title: 'What happens to one order is first told in the order in which it happened, by two relays as well',
  scenario: twoOrders,
  scope: [crashes, failingPublishes, failingCommits, slowPublishes],
  verdict: (trace) => nothingChanged(trace) ?? outOfOrder(trace) ?? passed(),
};

import { type Check, passed } from 'lab/authoring';
import { releaseDay } from '../scenarios.ts';
import { crashesOf } from '../weather.ts';
import { offTheList } from './off-the-list.ts';

export const oldOrdersListed: Check = {
  id: 'old-orders-listed',
  title: 'On release day the list is built from the whole log, with the orders of long ago',
  scenario: releaseDay,
  scope: [crashesOf('order-list')],
  verdict: (trace) => offTheList(trace) ?? passed(),
};

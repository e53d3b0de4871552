import type { Prediction } from 'lab/authoring';
import { listsOf } from '../reading.ts';
import { ADA, browserOf, FORMS, given } from '../scenarios.ts';
import { listWindow } from '../window.ts';

export const addedToTheList: Prediction = {
  id: 'added-to-what-the-list-says',
  question:
    'No more pause. orders has answered the page with the order itself, so the page reads the list and adds that order to it, now and at each later look. The event takes 200 ms today. Ada, who has one earlier order, orders 3 pens, looks at once, and looks again half a second later. How often is the new order in the three lists?',
  program: 'wrong/adds-it-every-time',
  schedule: 'delay-200@broker:deliver:projection:1',
  scenario: {
    id: 'two-looks',
    given,
    instances: { page: 1 },
    play: async (stage) => {
      const browser = browserOf(stage);
      await browser.checkout(ADA, FORMS[0], 3);
      await browser.look(ADA);
      await stage.sleep(500);
      await browser.look(ADA);
      await stage.settled();
    },
  },
  options: [
    {
      id: '0,0,1',
      label: 'Not at all, not at all, and then once.',
      because:
        'That is what the list alone would show. The page adds what it has in hand, so the order is there at once.',
    },
    {
      id: '1,1,1',
      label: 'Once in each.',
      because:
        'Twice it is right. Then the list catches up and has the order itself, and the page does not compare the two.',
    },
    {
      id: '1,1,2',
      label: 'Once, once, and then twice.',
      because: 'When the window closes, the list has the order, too. Whoever covers a window must notice its end.',
    },
  ],
  outcome: (trace) => {
    const times = listsOf(trace).map(({ orders }) => orders.filter(({ orderId }) => orderId === FORMS[0]).length);
    return times.join();
  },
  window: listWindow,
};

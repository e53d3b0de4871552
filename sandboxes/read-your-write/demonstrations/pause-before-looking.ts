import type { Prediction } from 'lab/authoring';
import { looksOf, orderOf } from '../reading.ts';
import { readerOf } from '../scenarios.ts';

export const pauseBeforeLooking: Prediction = {
  id: 'a-pause-before-each-look',
  question:
    'The team has measured the lag: 30 ms at most. So the page now pauses for 80 ms before it reads for somebody who has just written. Today the second replica is 400 ms behind. Ada changes 2 pens to 3 and looks four times. What does she see?',
  program: 'wrong/pauses-before-reading',
  schedule: 'lag-400@replica-2',
  scenario: {
    id: 'four-looks',
    instances: { page: 1 },
    play: async (stage) => {
      const ada = readerOf(stage);
      await ada.order(2);
      await stage.sleep(600);
      await ada.change(3);
      await ada.look(0, 5, 5, 5);
      await stage.settled();
    },
  },
  options: [
    {
      id: 'always',
      label: '3 each time. The pause is longer than what they measured.',
      because: 'They measured the lag of good days. A pause covers those, and makes every look slower for it.',
    },
    {
      id: 'once',
      label: '2 at first; once she has seen 3, it stays 3.',
      because: 'Nothing ties her to the replica that showed it. The page takes the next one for the next look.',
    },
    {
      id: 'both',
      label: '3, then 2, then 3, then 2.',
      because:
        'The first replica knows and the second one does not, and she reads them in turn. A pause is a guess about the lag. It asks nobody whether the change has arrived.',
    },
  ],
  outcome: (trace) => {
    const order = orderOf(trace);
    const states = order ? looksOf(trace, order).map(({ state }) => state ?? -1) : [];
    if (states.some((state, i) => state < (states[i - 1] ?? -1))) return 'both';
    return new Set(states).size === 1 ? 'always' : 'once';
  },
};

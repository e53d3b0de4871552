import { customersAsked, type Prediction } from 'lab/authoring';
import { readerOf } from '../scenarios.ts';
import { projectionWindow } from '../window.ts';

export const sentToHerOrder: Prediction = {
  id: 'sent-to-the-order-just-placed',
  question:
    'Ada orders and is answered 201, after the order was committed and its event published. Her browser goes straight to the page of that order. What does it get?',
  program: 'starter',
  schedule: 'calm',
  scenario: {
    id: 'straight-to-her-order',
    instances: { page: 1 },
    play: async (stage) => {
      const ada = readerOf(stage);
      await ada.order(2);
      await ada.look(0);
      await stage.settled();
    },
  },
  options: [
    {
      id: 'shown',
      label: 'The order. It was committed before she was answered.',
      because:
        'It was, in the table of orders. The page reads another table, which somebody else fills when the event reaches them.',
    },
    {
      id: 'waits',
      label: 'The order, after a moment: the page waits until the replica has it.',
      because:
        'The page cannot know that there is something to wait for. A row that is missing looks like a row that never was.',
    },
    {
      id: 'missing',
      label: '404. The page has never heard of it.',
      because:
        'The event is on its way, the projection has not applied it, and after that the replica has its own lag. In this window the page says in good faith that there is no such order.',
    },
  ],
  outcome: (trace) => {
    const [look] = customersAsked(trace, 'GET');
    if (look?.answer?.status !== 200) return 'missing';
    return look.answerMs > 10 ? 'waits' : 'shown';
  },
  window: projectionWindow,
};

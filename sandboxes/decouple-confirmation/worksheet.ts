import type { Field, Worksheet } from 'lab/authoring';
import { judgeClosing, judgeOpening } from './worksheet/judge-edges.ts';
import { judgePercentile } from './worksheet/judge-percentile.ts';
import { judgeRead } from './worksheet/judge-read.ts';
import { LOOKS_AFTER_MS, ORDERS_IN_THE_RUSH, rush } from './worksheet/rush.ts';

/** The consistency window of the learner's own program: what can be judged is judged against one calm run of it. */
export const worksheet: Worksheet = {
  title: 'Your window',
  scenario: rush,
  fields: [
    {
      kind: 'choice',
      id: 'opens',
      question: 'When does the window of an order open?',
      options: [
        { id: 'asked', label: 'When the customer sends the order' },
        { id: 'stored', label: 'When the transaction that stores the order commits' },
        { id: 'published', label: 'When the event is published' },
        { id: 'delivered', label: 'When the confirmation process is handed the event' },
      ],
      judge: judgeOpening,
    },
    {
      kind: 'choice',
      id: 'closes',
      question: 'When does it close?',
      options: [
        { id: 'answered', label: 'When the customer is answered' },
        { id: 'delivered', label: 'When the confirmation process is handed the event' },
        { id: 'mailed', label: 'When the mail has left' },
        { id: 'shown', label: 'When the page first says "sent"' },
      ],
      judge: judgeClosing,
    },
    ...LOOKS_AFTER_MS.map(lookField),
    {
      kind: 'number',
      id: 'p50',
      question: `In your run of ${ORDERS_IN_THE_RUSH} orders, how long is the window at the median (p50, nearest rank)? Nobody can know it beforehand: compare once, and your windows stand below.`,
      unit: 'ms',
      judge: judgePercentile(50),
    },
    {
      kind: 'number',
      id: 'p99',
      question: 'And at the 99th percentile (p99, nearest rank)? It stands there, too.',
      unit: 'ms',
      judge: judgePercentile(99),
    },
    {
      kind: 'text',
      id: 'unbounded',
      question: 'What can make the window longer than any number you could name?',
      model:
        'Anything that stands between the commit and the mail and can be down: whoever publishes the outbox, the broker, the confirmation process, the mail provider. While one of them is away the window stays open for every order placed meanwhile, and when it comes back the backlog has to drain first. So p99 of a calm run is no bound. What can be watched is the age of the oldest order without a confirmation; that is what an alarm belongs on, not the number of waiting messages.',
    },
    {
      kind: 'text',
      id: 'meanwhile',
      question: 'What does the page show meanwhile, and what on it is already certain?',
      model:
        'The order with its number and its total, which are certain since the commit, and "confirmation on its way", which is true. Not "sent", because nobody knows that yet, and no error, because nothing has gone wrong. The page may turn to "sent" a little after the mail has left; it never does so before.',
    },
    {
      kind: 'text',
      id: 'never',
      question: 'What happens to an order whose window never closes?',
      model:
        'The order stands: it was accepted, and a missing mail does not undo it. The event that cannot be handled comes back until the broker gives up, so it needs a dead-letter queue that somebody looks into, and an alarm on the age of the oldest open window. Once the cause is mended the event is put back; the handler knows events it has dealt with, so putting back too much does no harm. Until then the page goes on saying "on its way", and after some minutes it should offer to send the confirmation again.',
    },
  ],
};

function lookField(afterMs: number, index: number): Field {
  return {
    kind: 'choice',
    id: `look-${afterMs}`,
    question: `Somebody opens the order page ${afterMs.toLocaleString('en')} ms after POST was answered. What do readers see there, order after order?`,
    options: [
      { id: 'on its way', label: 'Always "on its way"' },
      { id: 'either', label: 'Sometimes "on its way", sometimes "sent"' },
      { id: 'sent', label: 'Always "sent"' },
    ],
    judge: judgeRead(index),
  };
}

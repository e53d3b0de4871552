import { type Choice, customersAsked, type Explorable, is, type Trace } from 'lab/authoring';
import { oneOrder } from './one-order.ts';

export const threeWays: Explorable = {
  id: 'three-ways-to-tell',
  title: 'One order, told in three ways',
  knobs: [
    {
      id: 'way',
      label: 'What is sent',
      options: [
        { id: 'topic', label: 'a command, on a topic' },
        { id: 'queue', label: 'a command, to a queue' },
        { id: 'fact', label: 'a fact, on a topic' },
      ],
    },
    {
      id: 'listeners',
      label: 'Who listens',
      begins: 'one',
      options: [
        { id: 'none', label: 'nobody' },
        { id: 'one', label: 'confirmation' },
        { id: 'three', label: 'confirmation, stock and analytics' },
      ],
    },
    {
      id: 'crash',
      label: 'What goes wrong',
      options: [
        { id: 'none', label: 'nothing' },
        { id: 'orders', label: 'orders dies before it is told' },
      ],
    },
  ],
  shows: ({ way, listeners, crash }) => ({
    program: 'shown/three-ways',
    settings: { way: WAYS[way as keyof typeof WAYS] },
    scenario: scenarios[listeners as keyof typeof scenarios],
    schedule: crash === 'none' ? 'calm' : `crash-before@orders:${POINTS[way as keyof typeof POINTS]}:1`,
  }),
  reads: (trace, choice) => `${answered(trace)} ${mails(trace)} ${meaning(trace, choice)}`,
};

const WAYS = { topic: 'a command on a topic', queue: 'a command to a queue', fact: 'a fact' };
const POINTS = { topic: 'publish:send-confirmation', queue: 'send:send-confirmation', fact: 'publish:order.placed' };

const scenarios = {
  one: oneOrder('confirmation-listens', { stock: 0, analytics: 0 }),
  none: oneOrder('nobody-is-there', { confirmation: 0, stock: 0, analytics: 0 }),
  three: oneOrder('three-listen'),
};

function answered(trace: Trace): string {
  const [asked] = customersAsked(trace, 'POST');
  if (!asked?.answer) return 'Ada got no answer.';
  return asked.accepted ? 'Ada’s order was accepted.' : `Ada was answered ${asked.answer.status}.`;
}

function mails(trace: Trace): string {
  const count = trace.filter(is('mailed')).length;
  return count === 0 ? 'She got no mail.' : count === 1 ? 'She got one mail.' : `She got ${count} mails.`;
}

function meaning(trace: Trace, { way, listeners, crash }: Choice): string {
  if (crash !== 'none')
    return 'Her order is stored all the same, and nothing was told of it: lesson 6 closes this gap.';
  const reactions = trace.filter(is('committed')).filter(({ process }) => process !== 'orders').length;
  if (way === 'fact' && listeners === 'three')
    return `Each listener did what is its own business: one mailed, and ${reactions} wrote into tables of their own.`;
  if (listeners === 'none') {
    if (way === 'queue')
      return 'No such queue was ever declared, and the lab’s broker says so at once. RabbitMQ would drop the message and confirm it, unless it is published as mandatory: lesson 2.';
    return way === 'fact'
      ? 'Nobody cared to know, and that is all right. That the mail is missing is for its owner to notice, not for orders.'
      : 'The duty vanished without a sound.';
  }
  if (listeners === 'three')
    return way === 'topic'
      ? 'Each of the three was told to send it.'
      : 'The three share one queue, so one of them did it, whichever came first. Who owns the duty can no longer be said.';
  return way === 'topic' ? 'It works as long as nobody else listens.' : 'As it should be.';
}

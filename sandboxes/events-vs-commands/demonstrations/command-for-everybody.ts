import { is, type Prediction } from 'lab/authoring';
import { oneOrder } from './one-order.ts';

export const commandForEverybody: Prediction = {
  id: 'a-command-that-three-hear',
  question:
    'Two more teams bind their queues to the topic send-confirmation, and do what the message says. How many mails does Ada get for one order?',
  program: 'shown/three-ways',
  settings: { way: 'a command on a topic' },
  schedule: 'calm',
  scenario: oneOrder('three-obey'),
  options: [
    {
      id: '1',
      label: 'One. One message, one mail.',
      because: 'Each queue that is bound to a topic gets a copy of its own. They do not share.',
    },
    {
      id: '2',
      label: 'Two. One of the three wins the race, and one repeats it.',
      because: 'There is no race: three copies lie in three queues, and each is somebody’s own.',
    },
    {
      id: '3',
      label: 'Three. Each of them was told to.',
      because:
        'A topic copies to everybody who is bound. That is right for a fact, which everybody may know, and wrong for a command, which one should carry out.',
    },
  ],
  outcome: (trace) => String(trace.filter(is('mailed')).length),
};

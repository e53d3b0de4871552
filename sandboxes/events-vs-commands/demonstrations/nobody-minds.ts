import { customersAsked, is, type Prediction } from 'lab/authoring';
import { nobodyListens } from '../scenarios.ts';

export const nobodyMinds: Prediction = {
  id: 'nobody-listens-to-a-command',
  question: 'The confirmation process was never started. Ada orders a pen. What happens?',
  program: 'starter',
  schedule: 'calm',
  scenario: nobodyListens,
  options: [
    {
      id: 'refused',
      label: 'Her order is refused with a 500: the command could not be carried out.',
      because: 'A topic asks for no receiver. The broker takes the message, says so, and copies it to nobody.',
    },
    {
      id: 'mailed-later',
      label: 'Her order is accepted, and the mail waits in a queue until the process is there.',
      because:
        'A queue collects once it exists, and it is its reader who declares it. This reader never ran, so there is no queue, and the message is gone.',
    },
    {
      id: 'silent',
      label: 'Her order is accepted, she gets no mail, and nobody notices.',
      because:
        'Zero listeners are fine for a fact, and the broker cannot know that this message was none. A duty has been lost without a sound.',
    },
  ],
  outcome: (trace) => {
    if (trace.some(is('mailed'))) return 'mailed-later';
    return customersAsked(trace, 'POST').every(({ accepted }) => accepted) ? 'silent' : 'refused';
  },
};

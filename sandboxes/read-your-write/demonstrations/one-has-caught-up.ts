import type { BreakIt } from 'lab/authoring';
import { neverBack } from '../checks/never-back.ts';

export const oneHasCaughtUp: BreakIt = {
  id: 'one-has-caught-up',
  promise: 'While the shop changes Ada’s order, no look of hers shows an older state than the one before.',
  program: 'shown/one-has-caught-up',
  scenario: neverBack.scenario,
  places: [
    { schedule: 'crash-after@projection:commit:2', label: 'the projection dies after it has applied the first change' },
    { schedule: 'delay-300@broker:deliver:projection:2', label: 'the event of the first change is late' },
    { schedule: 'delay-300@broker:deliver:projection:3', label: 'the event of the second change is late' },
    { schedule: 'lag-100@replica-1', label: 'the first replica is 100 ms behind' },
    { schedule: 'lag-400@replica-2', label: 'the second replica is 400 ms behind' },
    { schedule: 'crash-before@page-1:answer:2', label: 'a page dies before it answers' },
  ],
  verdict: neverBack.verdict,
  held: (_, schedule) => HELD[schedule] ?? 'Nothing older was shown.',
};

const HELD: Readonly<Record<string, string>> = {
  'crash-after@projection:commit:2':
    'The projection came back and was handed the event again: 3 pens over 3 pens. Both replicas saw the same, one after the other.',
  'delay-300@broker:deliver:projection:2':
    'She never saw 3 pens: 4 pens came first. A step that is left out is no step back. What the late event did to the read model is the other program’s subject.',
  'delay-300@broker:deliver:projection:3':
    'While she looked there was nothing newer than 3 pens to see, so nothing to go back from.',
  'lag-400@replica-2':
    'That was luck. Each time the first replica was asked whether it had caught up, and the second one was read: old every time, and never older than before.',
  'crash-before@page-1:answer:2':
    'That look got no answer. The next one asked for the same version again, and the replicas are only 15 ms apart.',
};

import type { ShownStory } from 'lab/authoring';
import { fromCommitToTelling } from '../window.ts';
import { adaThenGrace } from './stored-and-untold.ts';

/** The same crash, with an outbox and a relay. */
export const toldAllTheSame: ShownStory = {
  id: 'told-all-the-same',
  program: 'solution',
  schedule: 'crash-after@orders:commit:1',
  scenario: { ...adaThenGrace, id: 'ada-then-grace-relayed', instances: { relay: 1 } },
  window: fromCommitToTelling,
};

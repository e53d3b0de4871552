import type { ShownStory } from 'lab/authoring';
import { twoOrders } from './three-subscribers.ts';

/** The same two orders, with a queue for each service. */
export const threeQueues: ShownStory = {
  id: 'three-queues',
  program: 'solution',
  schedule: 'calm',
  scenario: twoOrders,
};

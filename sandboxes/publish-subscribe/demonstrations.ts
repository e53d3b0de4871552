import type { Demonstrations } from 'lab/authoring';
import { acknowledgedOnDelivery } from './demonstrations/acknowledged-on-delivery.ts';
import { bindings } from './demonstrations/bindings.ts';
import { declaredTooLate } from './demonstrations/declared-too-late.ts';
import { lateSubscriber } from './demonstrations/late-subscriber.ts';
import { threeQueues } from './demonstrations/three-queues.ts';
import { threeSubscribers } from './demonstrations/three-subscribers.ts';
import { twoServicesOneQueue } from './demonstrations/two-services-one-queue.ts';

export default {
  stories: [threeSubscribers, threeQueues],
  predictions: [twoServicesOneQueue, lateSubscriber],
  explorables: [bindings],
  breakIts: [acknowledgedOnDelivery, declaredTooLate],
} satisfies Demonstrations;

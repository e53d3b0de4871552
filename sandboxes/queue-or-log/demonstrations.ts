import type { Demonstrations } from 'lab/authoring';
import { commitBeforeTheWork } from './demonstrations/commit-before-the-work.ts';
import { fourConsumers } from './demonstrations/four-consumers.ts';
import { mailedAgain } from './demonstrations/mailed-again.ts';
import { partitionsAndConsumers } from './demonstrations/partitions-and-consumers.ts';
import { rebalanceInMidWork } from './demonstrations/rebalance-in-mid-work.ts';
import { stuckPartition } from './demonstrations/stuck-partition.ts';
import { workAndFact } from './demonstrations/work-and-fact.ts';

export default {
  stories: [mailedAgain, workAndFact],
  predictions: [fourConsumers, stuckPartition],
  explorables: [partitionsAndConsumers],
  breakIts: [commitBeforeTheWork, rebalanceInMidWork],
} satisfies Demonstrations;

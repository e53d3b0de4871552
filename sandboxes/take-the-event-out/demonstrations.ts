import type { Demonstrations } from 'lab/authoring';
import { aJobTakenTwice } from './demonstrations/a-job-taken-twice.ts';
import { askedByACall } from './demonstrations/asked-by-a-call.ts';
import { askedOverEvents } from './demonstrations/asked-over-events.ts';
import { askedTheLongWay } from './demonstrations/asked-the-long-way.ts';
import { deployedTooLate } from './demonstrations/deployed-too-late.ts';
import { fiveWays } from './demonstrations/five-ways.ts';
import { inACircle } from './demonstrations/in-a-circle.ts';
import { measured } from './measured.ts';

export default {
  stories: [askedTheLongWay, askedByACall],
  predictions: [deployedTooLate, inACircle],
  explorables: [fiveWays],
  breakIts: [askedOverEvents, aJobTakenTwice],
  measured,
} satisfies Demonstrations;

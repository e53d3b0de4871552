import type { Demonstrations } from 'lab/authoring';
import { askedAndRefused } from './demonstrations/asked-and-refused.ts';
import { commandForEverybody } from './demonstrations/command-for-everybody.ts';
import { nobodyMinds } from './demonstrations/nobody-minds.ts';
import { sameFactEachTime } from './demonstrations/same-fact-each-time.ts';
import { threeWays } from './demonstrations/three-ways.ts';
import { toldAndUndone } from './demonstrations/told-and-undone.ts';
import { twoUntruths } from './demonstrations/two-untruths.ts';

export default {
  stories: [twoUntruths, askedAndRefused],
  predictions: [nobodyMinds, commandForEverybody],
  explorables: [threeWays],
  breakIts: [sameFactEachTime, toldAndUndone],
} satisfies Demonstrations;

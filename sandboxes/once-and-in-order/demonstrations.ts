import type { Demonstrations } from 'lab/authoring';
import { behindTheBroken } from './demonstrations/behind-the-broken.ts';
import { countedAsTold } from './demonstrations/counted-as-told.ts';
import { everyPromiseKept } from './demonstrations/every-promise-kept.ts';
import { fourConsumers } from './demonstrations/four-consumers.ts';
import { notedAfterwards } from './demonstrations/noted-afterwards.ts';
import { onlyTheNext } from './demonstrations/only-the-next.ts';
import { toldTwice } from './demonstrations/told-twice.ts';

export default {
  stories: [everyPromiseKept, countedAsTold],
  predictions: [toldTwice, behindTheBroken],
  explorables: [fourConsumers],
  breakIts: [notedAfterwards, onlyTheNext],
} satisfies Demonstrations;

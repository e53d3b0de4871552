import type { Demonstrations } from 'lab/authoring';
import { changeIsGone } from './demonstrations/change-is-gone.ts';
import { howWide } from './demonstrations/how-wide.ts';
import { lagAndWait } from './demonstrations/lag-and-wait.ts';
import { oneHasCaughtUp } from './demonstrations/one-has-caught-up.ts';
import { pauseBeforeLooking } from './demonstrations/pause-before-looking.ts';
import { sentToHerOrder } from './demonstrations/sent-to-her-order.ts';
import { toldHerVersion } from './demonstrations/told-her-version.ts';
import { whatCameLast } from './demonstrations/what-came-last.ts';

export default {
  stories: [changeIsGone, toldHerVersion],
  predictions: [sentToHerOrder, pauseBeforeLooking],
  explorables: [lagAndWait, howWide],
  breakIts: [oneHasCaughtUp, whatCameLast],
} satisfies Demonstrations;

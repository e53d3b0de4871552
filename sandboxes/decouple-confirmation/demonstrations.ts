import type { Demonstrations } from 'lab/authoring';
import { toldWhileMailIsDown } from './demonstrations/told-while-mail-is-down.ts';

export default {
  stories: [toldWhileMailIsDown],
  predictions: [],
  explorables: [],
  breakIts: [],
} satisfies Demonstrations;

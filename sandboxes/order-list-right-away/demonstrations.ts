import type { Demonstrations } from 'lab/authoring';
import { addedToTheList } from './demonstrations/added-to-the-list.ts';
import { enoughOfAPause } from './demonstrations/enough-of-a-pause.ts';
import { lagAndPage } from './demonstrations/lag-and-page.ts';
import { orderedTwice } from './demonstrations/ordered-twice.ts';

export default {
  stories: [orderedTwice],
  predictions: [addedToTheList],
  explorables: [lagAndPage],
  breakIts: [enoughOfAPause],
} satisfies Demonstrations;

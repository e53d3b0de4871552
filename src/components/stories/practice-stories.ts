import type { Exercise, Scenario } from 'lab/authoring';
import { catalogueEntry } from '#exercise/catalogue-entry.ts';
import { playStory } from '#timeline/play-story.ts';
import type { Story } from '#timeline/story.ts';

/** The starter, and a mail server with a bad day. */
export async function callThatSpoilsASale(): Promise<Story> {
  const { exercise, starter } = await practice();
  return playStory(withOneOrder(exercise), starter, { schedule: 'fail-before@orders:mail:1' });
}

/** A program that remembers in memory which events it has seen, and a crash right after the mail. */
export async function forgottenWithTheCrash(): Promise<Story> {
  const { exercise, wrong } = await practice();
  const forgetful = wrong.find(({ slug }) => slug === 'remembers-in-memory');
  if (!forgetful) throw new Error('The practice’s prediction is drawn from wrong/remembers-in-memory, which is gone.');
  return playStory(withOneOrder(exercise), forgetful.files, { schedule: 'crash-after@confirmation:mail:1' });
}

const practice = () => catalogueEntry('decouple-confirmation');

const oneOrder: Scenario = {
  id: 'one-order',
  play: async ({ customer, settled }) => {
    await customer.post('http://orders/orders', { email: 'ada@example.org', total: 4200 });
    await settled();
  },
};

const withOneOrder = (exercise: Exercise): Exercise => ({ ...exercise, run: oneOrder });

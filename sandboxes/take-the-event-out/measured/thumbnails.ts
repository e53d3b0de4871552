import { committed, type Measured, type Trace } from 'lab/authoring';
import { calmly, figuresOf, isThroughTheBroker, longestWindow, outcomeWords, TROUBLE_MS, ways } from './ways.ts';

const PHOTOS = 12;

/** A load that comes in a burst, one owner, and more than one machine. */
export const thumbnails: Measured = {
  id: 'thumbnails',
  ways,
  shows: (way, isInTrouble) =>
    calmly('a-burst', way, isInTrouble, {
      instances: { relay: isThroughTheBroker(way) ? 1 : 0 },
      play: async ({ customer, operator, sleep, settled }) => {
        if (isInTrouble) operator.stop('thumbnails');
        await Promise.all(
          Array.from({ length: PHOTOS }, (_, i) => customer.post('http://uploads/photos', { name: `pen ${i + 1}` })),
        );
        if (isInTrouble) {
          await sleep(TROUBLE_MS);
          await operator.start('thumbnails');
        }
        await settled();
      },
    }),
  figures: (trace) => figuresOf(trace, ['Window', windowOf(trace)]),
  inTrouble: windowOf,
};

function windowOf(trace: Trace): string {
  const made = committed(trace, 'thumbnails').map(({ row, entry }) => ({ of: row.photoId, entry }));
  return outcomeWords(trace, made.length, longestWindow(committed(trace, 'photos'), made));
}

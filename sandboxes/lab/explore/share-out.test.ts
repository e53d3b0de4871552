import { expect, test } from 'vitest';
import { shareOut } from './share-out.ts';

test.each([
  [
    'everybody gets all when it is enough',
    100,
    [
      [3, 10],
      [7, 10],
    ],
    [3, 7],
  ],
  [
    'what the modest leave goes to the others',
    100,
    [
      [90, 1],
      [2, 10],
      [90, 1],
    ],
    [40, 2, 40],
  ],
  [
    'who wants much gets an equal share',
    100,
    [
      [1_000, 2],
      [1_000, 5],
    ],
    [25, 10],
  ],
  [
    'nobody who wants something gets nothing',
    1,
    [
      [9, 50],
      [0, 50],
      [9, 50],
    ],
    [1, 0, 1],
  ],
] as const)('%s', (_, budget, wishes, shares) => {
  expect(
    shareOut(
      budget,
      wishes.map(([count, price]) => ({ count, price })),
    ),
  ).toEqual(shares);
});

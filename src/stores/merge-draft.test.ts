import { expect, it } from 'vitest';
import { type DraftRecord, fingerprint } from './draft-record.ts';
import { mergeDraft } from './merge-draft.ts';

const given = [{ path: 'orders.ts', text: 'given' }];
const draft = (text: string, revision = 1, by = 'a', starter = fingerprint(given)): DraftRecord => ({
  version: 1,
  revision,
  by,
  savedAt: 0,
  starter,
  files: [{ path: 'orders.ts', text }],
});

it.each([
  ['where there is none, one comes', undefined, draft('theirs'), 'taken'],
  ['the starter itself is no draft', undefined, draft('given'), 'nothing new'],
  ['the same is nothing new', draft('same', 1, 'a'), draft('same', 7, 'b'), 'nothing new'],
  ['nobody has touched the present one', draft('given'), draft('theirs', 1, 'b'), 'taken'],
  ['the other is untouched', draft('mine'), draft('given', 9, 'b'), 'nothing new'],
  ['a later saving of the same tab', draft('mine', 3), draft('theirs', 5), 'taken, and a copy of the present one kept'],
  ['an earlier saving of the same tab', draft('mine', 5), draft('theirs', 3), 'kept as a copy'],
  ['a saving with a higher number by another tab', draft('mine', 3), draft('theirs', 9, 'b'), 'kept as a copy'],
  [
    'a saving of the same tab that began with other files',
    draft('mine', 3),
    draft('x', 5, 'a', 'old'),
    'kept as a copy',
  ],
] as const)('%s', (_, here, there, outcome) => {
  expect(mergeDraft(here, there)).toBe(outcome);
});

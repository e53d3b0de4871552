import { expect, it } from 'vitest';
import { MOST_FILES, whyNoDraft, withFile } from './draft-files.ts';
import { draftFormat } from './draft-record.ts';
import { parseStored } from './stored-format.ts';

const many = (count: number) => Array.from({ length: count }, (_, index) => ({ path: `a${index}.ts`, text: '' }));
const draft = { version: 1, revision: 1, by: 'a', savedAt: 0, starter: 'x' };

it.each([
  ['too many files', many(MOST_FILES + 1), 'more than 500 files'],
  ['a text that is too long', [{ path: 'a.ts', text: 'x'.repeat(5_000_001) }], 'more than 5 million letters'],
  ['a name that leads elsewhere', [{ path: '../a.ts', text: '' }], 'no file of an exercise has'],
  [
    'names that differ in capital letters only',
    [
      { path: 'Relay.ts', text: '' },
      { path: 'relay.ts', text: '' },
    ],
    'capital letters only',
  ],
])('%s is no draft, and is not read as one', (_, files, words) => {
  expect(whyNoDraft(files)).toContain(words);
  expect(parseStored(JSON.stringify({ ...draft, files }), draftFormat).kind).toBe('unreadable');
});

it('what can be made is read again', () => {
  const files = withFile(many(MOST_FILES - 1), 'last.ts', '');
  expect(parseStored(JSON.stringify({ ...draft, files }), draftFormat).kind).toBe('found');
  expect(() => withFile(files, 'one-more.ts', '')).toThrow('no room for another');
});

import { expect, test } from 'vitest';
import { misfitSentence } from './misfit.ts';
import { terminalWords } from './reader-words.ts';

test('a story that does not fit says which point is never reached and what to do', () => {
  expect(misfitSentence([], true)).toBeUndefined();
  expect(misfitSentence(['confirmation:mail:2'], true)).toMatch(
    /^This story has a fault for a moment that never came: confirmation sends a mail, 2nd time\. Below is/,
  );
  expect(misfitSentence(['a:mail:1', 'b:mail:1', 'c:mail:1', 'd:mail:1'], true)).toContain('; and one more.');
});

test('where nothing is graded, nobody is told to press Check, and in a terminal nobody is told to press anything', () => {
  expect(misfitSentence(['confirmation:mail:2'], true)).toContain('Press Check');
  expect(misfitSentence(['confirmation:mail:2'], false)).not.toContain('Check');
  expect(misfitSentence(['confirmation:mail:2'], true, terminalWords)).toMatch(
    /npm run check finds the stories that fit it\.$/,
  );
});

import { expect, test } from 'vitest';
import { leadingExplanation } from './leading-explanation.ts';

const file = `// How this works:
//
// 1. The order and its event are two rows
//    of one transaction.
// 2. The relay publishes.
//
// Nobody calls
// anybody.

import type { Platform } from 'lab';
`;

test('an explanation before the code is read as paragraphs and steps, however its lines were broken', () => {
  expect(leadingExplanation(file)).toEqual({
    lines: 9,
    parts: [
      { kind: 'paragraph', text: 'How this works:' },
      { kind: 'steps', items: ['The order and its event are two rows of one transaction.', 'The relay publishes.'] },
      { kind: 'paragraph', text: 'Nobody calls anybody.' },
    ],
  });
});

test('code, and a remark of one line, explain nothing', () => {
  expect(leadingExplanation(file.slice(file.indexOf('import')))).toBeUndefined();
  expect(leadingExplanation('// Facts of the app.\nexport {};\n')).toBeUndefined();
  expect(leadingExplanation('')).toBeUndefined();
});

import { expect, test } from 'vitest';
import { parseGlossaryTerms, termsNamed } from './glossary-terms.ts';

const terms = ['outbox', 'order', 'ordering key', 'at-least-once delivery', 'event', 'event log'].map((term) => ({
  term,
  meaning: `What ${term} means.`,
  address: `/glossary/#${term}`,
}));
const named = (query: string) => termsNamed(terms, query).map(({ term }) => term);

test('a query that is a term finds it, whatever its case, in the plural, too', () => {
  expect([named('Outbox'), named(' outboxes '.replace('es', 's'))]).toEqual([['outbox'], ['outbox']]);
});

test('the same word comes before longer ones', () => {
  expect(named('event')).toEqual(['event', 'event log']);
});

test('hyphens may be left out', () => {
  expect(named('at least once')).toEqual(['at-least-once delivery']);
});

test('one letter, and words that are no term, find none', () => {
  expect([named('o'), named(''), named('the order')]).toEqual([[], [], []]);
});

test('what is no list of terms is refused', () => {
  expect(() => parseGlossaryTerms([{ term: 'outbox' }])).toThrow();
});

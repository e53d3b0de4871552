import { expect, test } from 'vitest';
import { countWords, parseExcerpt, parseFoundPage } from './search-results.ts';

test('an excerpt is text with marks, and nothing of it becomes markup', () => {
  expect(parseExcerpt('an <mark>outbox,</mark> &amp; its &lt;b&gt; <i>')).toEqual([
    { text: 'an ', marked: false },
    { text: 'outbox', marked: true },
    { text: ', & its <b> <i>', marked: false },
  ]);
  expect(parseExcerpt('')).toEqual([]);
});

test('a page holds the places below its headings, three at most', () => {
  const place = (title: string) => ({ title, url: `/lessons/outbox/#${title}`, excerpt: title });
  const found = parseFoundPage({
    url: '/lessons/outbox/',
    meta: { title: 'The outbox', image: 'a' },
    excerpt: 'whole',
    sub_results: [
      { title: 'The outbox', url: '/lessons/outbox/', excerpt: 'lede' },
      ...['a', 'b', 'c', 'd'].map(place),
    ],
  });
  expect(found.title).toBe('The outbox');
  expect(found.excerpt).toEqual([{ text: 'lede', marked: false }]);
  expect(found.places.map(({ address }) => address)).toEqual(['a', 'b', 'c'].map((id) => `/lessons/outbox/#${id}`));
});

test('a title is not said again at the beginning of its excerpt', () => {
  const said = (excerpt: string) =>
    parseFoundPage({ url: '/', meta: { title: 'The outbox' }, excerpt, sub_results: [] }).excerpt;
  expect(said('The <mark>outbox</mark>. An order of the <mark>outbox</mark>')).toEqual([
    { text: 'An order of the ', marked: false },
    { text: 'outbox', marked: true },
  ]);
  expect(said('The outbox pattern')).toEqual([{ text: 'The outbox pattern', marked: false }]);
});

test('what is no page of an index is refused', () => {
  expect(() => parseFoundPage({ url: 7 })).toThrow();
});

test('how many pages were found is said in a sentence', () => {
  expect(countWords('outbox', 3, 1)).toBe('One term of the glossary. 3 pages speak of “outbox”.');
  expect(countWords('saga', 1, 0)).toBe('One page speaks of “saga”.');
  expect(countWords('xyzzy', 0, 0)).toBe('No page speaks of “xyzzy”.');
});

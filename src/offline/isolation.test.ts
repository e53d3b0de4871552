import { expect, test } from 'vitest';
import { type Isolating, isolation } from './isolation.ts';

const CHROMIUM =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36';
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0';
const SAFARI =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15';

const coepOf = (host: 'isolates' | 'sends nothing', given: Partial<Isolating>) => {
  const headers = new Headers(host === 'isolates' ? { 'cross-origin-embedder-policy': 'require-corp' } : {});
  const change = isolation({ isWanted: false, userAgent: CHROMIUM, isOnline: () => true, ...given });
  return change(new Response('page', { headers })).headers.get('cross-origin-embedder-policy');
};

test.each([CHROMIUM, FIREFOX])(
  'pages are isolated where that is wanted, and as the host has it where it is not: %s',
  (userAgent) => {
    expect(coepOf('sends nothing', { isWanted: true, userAgent })).toBe('require-corp');
    expect(coepOf('sends nothing', { userAgent })).toBeNull();
    expect(coepOf('isolates', { userAgent, isOnline: () => false })).toBe('require-corp');
  },
);

test('in WebKit code runs in a page that is not isolated, which is needed where nothing can be fetched', () => {
  expect(coepOf('sends nothing', { isWanted: true, userAgent: SAFARI })).toBeNull();
  expect(coepOf('isolates', { userAgent: SAFARI })).toBe('require-corp');
  expect(coepOf('isolates', { userAgent: SAFARI, isOnline: () => false })).toBeNull();
});

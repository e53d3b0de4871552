import { describe, expect, it } from 'vitest';
import { gate, type Surroundings } from './gates.ts';

const CHROME = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const safari = (version: string) =>
  `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/${version} Safari/605.1.15`;
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1';
const ANDROID =
  'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36';
const FIREFOX_PHONE = 'Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0';

function around(changes: Partial<Surroundings> = {}): Surroundings {
  return {
    isSecureContext: true,
    crossOriginIsolated: true,
    userAgent: CHROME,
    maxTouchPoints: 0,
    hasSharedMemory: true,
    ...changes,
  };
}

describe('what stands in the way of real Node', () => {
  it.each([
    ['Chrome', CHROME],
    ['Edge', `${CHROME} Edg/140.0.0.0`],
    ['Firefox', FIREFOX],
    ['Safari of the first version that can', safari('16.4')],
    ['a later Safari', safari('16.10')],
    ['a much later Safari', safari('26.0')],
  ])('is nothing in %s', (_, userAgent) => {
    expect(gate(around({ userAgent }), false)).toBeUndefined();
  });

  it.each([
    ['an iPhone', IPHONE, 5],
    ['a phone with Chrome', ANDROID, 5],
    ['a phone with Firefox', FIREFOX_PHONE, 5],
    ['an iPad, which calls itself a Mac', safari('18.0'), 5],
  ])('is memory on %s', (_, userAgent, maxTouchPoints) => {
    expect(gate(around({ userAgent, maxTouchPoints }), false)).toBe('phone');
  });

  it('is not the touchpad of a computer, nor its touch screen', () => {
    expect(gate(around({ userAgent: safari('18.0'), maxTouchPoints: 0 }), false)).toBeUndefined();
    expect(gate(around({ maxTouchPoints: 10 }), false)).toBeUndefined();
  });

  it.each([
    ['an old Safari', { userAgent: safari('16.3') }],
    ['a very old Safari', { userAgent: safari('9.1') }],
    ['a browser that nobody knows', { userAgent: 'Lynx/2.9.0' }],
    ['a browser without shared memory', { hasSharedMemory: false }],
  ])('is %s', (_, changes) => {
    expect(gate(around(changes), false)).toBe('unsupported browser');
  });

  it('is first what no wish of the learner can change', () => {
    const nothing = around({ isSecureContext: false, crossOriginIsolated: false, userAgent: IPHONE });
    for (const willing of [false, true]) {
      expect(gate(nothing, willing)).toBe('insecure');
      expect(gate({ ...nothing, isSecureContext: true }, willing)).toBe('not isolated');
    }
  });

  it('is no guess about the browser when the learner wants it tried', () => {
    for (const userAgent of [IPHONE, ANDROID, safari('15.6'), 'Lynx/2.9.0'])
      expect(gate(around({ userAgent, maxTouchPoints: 5 }), true)).toBeUndefined();
  });
});

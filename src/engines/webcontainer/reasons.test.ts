import { describe, expect, it } from 'vitest';
import { CAN_BE_OVERRIDDEN, CAN_BE_RETRIED, type Reason, sentenceOf, Unavailable } from './reasons.ts';

/** Written out as a record, so that a new reason has to be entered here. */
const EVERY: Readonly<Record<Reason, 'overridden' | 'retried' | 'final'>> = {
  forbidden: 'final',
  insecure: 'final',
  'not isolated': 'final',
  'unsupported browser': 'overridden',
  phone: 'overridden',
  'not fetched': 'retried',
  'blocked by policy': 'retried',
  unreachable: 'retried',
  'boot timed out': 'retried',
  'boot rejected': 'retried',
  crashed: 'final',
  wedged: 'final',
  'not begun': 'retried',
  'storage full': 'retried',
};
const reasons = Object.keys(EVERY) as Reason[];

describe('why there is no real Node', () => {
  it.each(reasons)('is one sentence that ends with what still works: %s', (reason) => {
    const sentence = sentenceOf(reason, true);
    expect(sentence).toMatch(/^[A-Z][^;]*[^;.:,\s]; the built-in runner still runs and checks your code\.$/);
    expect(sentenceOf(reason, false)).toMatch(/; reading, editing and saving still work\.$/);
    // Points within addresses and versions end no sentence.
    expect(sentence.match(/[.!?](\s|$)/g)).toHaveLength(1);
  });

  it('is another sentence for each reason', () => {
    expect(new Set(reasons.map((reason) => sentenceOf(reason, true))).size).toBe(reasons.length);
  });

  it.each(reasons)('can be overridden, retried, or neither: %s', (reason) => {
    expect([CAN_BE_OVERRIDDEN.has(reason), CAN_BE_RETRIED.has(reason)]).toEqual([
      EVERY[reason] === 'overridden',
      EVERY[reason] === 'retried',
    ]);
  });

  it('is what a call into the container rejects with', () => {
    const error = new Unavailable('wedged');
    expect([error.reason, error.message, error instanceof Error]).toEqual(['wedged', sentenceOf('wedged', true), true]);
  });
});

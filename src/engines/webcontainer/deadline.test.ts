import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEADLINES, doneWithin, within } from './deadline.ts';
import { Unavailable } from './reasons.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const never = new Promise<never>(() => {});

describe('work with a deadline', () => {
  it('is its own result when it is done in time, and leaves no timer behind', async () => {
    expect(await within(1_000, Promise.resolve('done'), 'crashed')).toBe('done');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('fails as it fails by itself, and leaves no timer behind', async () => {
    await expect(within(1_000, Promise.reject(new Error('own')), 'crashed')).rejects.toThrow('own');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('fails with the reason when it is not done by then, and not before', async () => {
    let error: unknown;
    within(1_000, never, 'boot timed out').catch((caught: unknown) => {
      error = caught;
    });
    await vi.advanceTimersByTimeAsync(999);
    expect(error).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1);
    expect(error).toEqual(new Unavailable('boot timed out'));
  });

  it('may fail late without anybody being surprised', async () => {
    let fail: (error: Error) => void = () => {};
    const work = new Promise<never>((_, reject) => {
      fail = reject;
    });
    const outcome = within(10, work, 'crashed').catch((error: Error) => error.message);
    await vi.advanceTimersByTimeAsync(10);
    fail(new Error('late'));
    expect(await outcome).toBe(new Unavailable('crashed').message);
  });

  it('is told to be done, or not', async () => {
    expect(await doneWithin(1_000, Promise.resolve())).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
    const late = doneWithin(1_000, never);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await late).toBe(false);
  });
});

it('gives up sooner when the network has said no, and never lets a job be silent for less time than a file may take', () => {
  expect(DEADLINES.bootWithoutNetwork).toBeLessThan(DEADLINES.boot);
  expect(DEADLINES.silence).toBeGreaterThan(DEADLINES.file);
});

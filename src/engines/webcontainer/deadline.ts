import { type Reason, Unavailable } from './reasons.ts';

/** The package has no deadlines of its own: a call into a frame that died stays pending for ever. */
export function within<T>(ms: number, work: Promise<T>, reason: Reason): Promise<T> {
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Unavailable(reason)), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Resolves to false when the work is not done by then. */
export async function doneWithin(ms: number, work: Promise<unknown>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  const done = await Promise.race([work.then(() => true), late]);
  clearTimeout(timer);
  return done;
}

/** Of the policy; milliseconds. */
export const DEADLINES = {
  boot: 30_000,
  /** When a look at the engine's address failed at once. */
  bootWithoutNetwork: 8_000,
  file: 5_000,
  /** A job that gives no sign of life. */
  silence: 10_000,
  kill: 2_000,
};
export type Deadlines = Readonly<typeof DEADLINES>;

/**
 * Takes real time and real chance out of the language itself, before anything else is loaded: the lab's simulated `Date` is
 * built on the real class, and from an object one can always get back to the class that it is built on. Must be the first
 * import of the worker.
 */
const RealDate = Date;

function TimelessDate(...args: readonly unknown[]): Date | string {
  if (!new.target) return 'Invalid Date';
  // `new Date()` would tell the real time.
  return Reflect.construct(RealDate, args.length === 0 ? [Number.NaN] : args, new.target) as Date;
}

Object.defineProperty(TimelessDate, 'prototype', { value: RealDate.prototype, writable: false });
Object.defineProperty(RealDate.prototype, 'constructor', { value: TimelessDate });
Object.assign(TimelessDate, { UTC: RealDate.UTC, parse: RealDate.parse, now: () => Number.NaN });
globalThis.Date = TimelessDate as unknown as DateConstructor;

Math.random = () => {
  throw new Error('There is no real chance in the sandbox.');
};

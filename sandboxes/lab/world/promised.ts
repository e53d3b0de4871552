/** A promise with what settles it. */
export interface Promised<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (reason: unknown) => void;
}

/** As `Promise.withResolvers`. One function takes what all promises give, since a closure for each of fifty a play is dear. */
export function promised<T>(): Promised<T> {
  const promise = new Promise<T>(take as (resolve: (value: T) => void, reject: (reason: unknown) => void) => void);
  return { promise, resolve: taken.resolve, reject: taken.reject };
}

const taken: { resolve: (value: unknown) => void; reject: (reason: unknown) => void } = {
  resolve: () => {},
  reject: () => {},
};

function take(resolve: (value: unknown) => void, reject: (reason: unknown) => void): void {
  taken.resolve = resolve;
  taken.reject = reject;
}

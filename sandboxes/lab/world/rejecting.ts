/** A mistake in the arguments of a call rejects, as everything else that goes wrong with it does. Nothing here takes more than three. */
export function rejecting<A, B, C, T>(ask: (a: A, b: B, c: C) => Promise<T>): (a: A, b?: B, c?: C) => Promise<T> {
  return (a, b, c) => {
    try {
      return ask(a, b as B, c as C);
    } catch (error) {
      return Promise.reject(error);
    }
  };
}

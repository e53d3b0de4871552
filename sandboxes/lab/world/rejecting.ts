/** A mistake in the arguments of a call rejects, as everything else that goes wrong with it does. */
export function rejecting<Args extends unknown[], T>(
  ask: (...args: Args) => Promise<T>,
): (...args: Args) => Promise<T> {
  return (...args) => {
    try {
      return ask(...args);
    } catch (error) {
      return Promise.reject(error);
    }
  };
}

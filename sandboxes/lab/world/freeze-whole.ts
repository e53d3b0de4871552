/**
 * For what all processes of all plays share: nobody can leave anything in it, nor in a method, a getter or a prototype
 * that it leads to. Called when the lab is loaded, never during a play. What is inherited is not followed: it is the
 * language's, or frozen on its own.
 */
export function freezeWhole<T extends object>(whole: T): T {
  const found = new Set<unknown>([whole]);
  for (const one of found) {
    if ((typeof one !== 'object' && typeof one !== 'function') || one === null) continue;
    Object.freeze(one);
    for (const name of Reflect.ownKeys(one)) {
      const { value, get, set } = Object.getOwnPropertyDescriptor(one, name)!;
      found.add(value).add(get).add(set);
    }
  }
  return whole;
}

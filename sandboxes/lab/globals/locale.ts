/**
 * Which language and time zone the machine underneath speaks must not show in a trace. Methods that ask for them when they
 * are told none are told American English and UTC. This happens once, when the lab is loaded, for the whole realm.
 */
export function speakOneLanguage(): void {
  telling(String.prototype, 'localeCompare', 1);
  telling(String.prototype, 'toLocaleUpperCase', 0);
  telling(String.prototype, 'toLocaleLowerCase', 0);
  telling(Array.prototype, 'toLocaleString', 0);
  telling(Number.prototype, 'toLocaleString', 0);
  telling(BigInt.prototype, 'toLocaleString', 0);
  for (const name of ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString'])
    telling(Date.prototype, name, 0, UTC);
}

const LOCALE = 'en-US';
const UTC = { timeZone: 'UTC' };

/** `at` is the place of the locale among the method's arguments; options come after it. */
function telling(prototype: object, name: string, at: 0 | 1, usual?: object): void {
  const found = Object.getOwnPropertyDescriptor(prototype, name);
  if (!found?.writable) return;
  const original = found.value as (...args: unknown[]) => unknown;
  const { [name]: told } = {
    [name](this: unknown, ...args: unknown[]): unknown {
      args[at] ??= LOCALE;
      if (usual) args[at + 1] = { ...usual, ...(args[at + 1] as object | undefined) };
      return Reflect.apply(original, this, args);
    },
  };
  Object.defineProperty(prototype, name, { ...found, value: told });
}

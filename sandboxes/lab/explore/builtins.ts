import { LANGUAGE } from '#globals/language.ts';
import { speakOneLanguage } from '#globals/locale.ts';

speakOneLanguage();

/**
 * The language's own objects are shared by all plays: a program that changes `Array.prototype` would change the next play,
 * or the verdict. They are compared with how they were, and put back. Where they are frozen there is nothing to do.
 */
interface Kept {
  /** As a program would write it: `Array.prototype`. */
  readonly path: string;
  readonly target: object;
  readonly prototype: object | null;
  readonly names: readonly (string | symbol)[];
  readonly descriptors: readonly PropertyDescriptor[];
}

/** Objects that no global names. */
const HIDDEN: readonly unknown[] = [
  Date,
  Math,
  Object.getPrototypeOf(function* () {}),
  Object.getPrototypeOf(async () => {}),
  Object.getPrototypeOf(async function* () {}),
  Object.getPrototypeOf([][Symbol.iterator]()),
  Object.getPrototypeOf(''[Symbol.iterator]()),
  Object.getPrototypeOf(new Map()[Symbol.iterator]()),
  Object.getPrototypeOf(new Set()[Symbol.iterator]()),
  Object.getPrototypeOf('a'.matchAll(/a/g)),
];

const kept: readonly Kept[] = [...reachable()].map(([target, path]) => {
  const names = Reflect.ownKeys(target);
  return {
    path,
    target,
    prototype: Object.getPrototypeOf(target) as object | null,
    names,
    descriptors: names.map((name) => Object.getOwnPropertyDescriptor(target, name)!),
  };
});

// Held here, so that what puts things back does not itself run on what was changed.
const { ownKeys, getOwnPropertyDescriptor, defineProperty, deleteProperty, getPrototypeOf, setPrototypeOf } = Reflect;
const { is, isFrozen } = Object;
let areFrozen = false;

/** Puts back everything that was changed, and names the first thing that was; undefined when there was none. */
export function restoreBuiltins(): string | undefined {
  areFrozen ||= areAllFrozen();
  if (areFrozen) return undefined;
  let first: string | undefined;
  for (let i = 0; i < kept.length; i++) if (!isPlainMethodAsItWas(kept[i]!)) first = restored(kept[i]!) ?? first;
  return first;
}

/** Nearly all of these objects are methods with a name and a length; looking at them properly would take twice as long as all the rest. */
function isPlainMethodAsItWas({ target, prototype, names, descriptors }: Kept): boolean {
  if (typeof target !== 'function' || names.length !== 2 || names[0] !== 'length' || names[1] !== 'name') return false;
  return (
    target.length === descriptors[0]!.value &&
    target.name === descriptors[1]!.value &&
    getPrototypeOf(target) === prototype &&
    ownKeys(target).length === 2
  );
}

function areAllFrozen(): boolean {
  for (let i = 0; i < kept.length; i++) if (!isFrozen(kept[i]!.target)) return false;
  return true;
}

function restored({ path, target, prototype, names, descriptors }: Kept): string | undefined {
  let first: string | undefined;
  if (getPrototypeOf(target) !== prototype) {
    setPrototypeOf(target, prototype);
    first = path;
  }
  for (let i = 0; i < names.length; i++) {
    const now = getOwnPropertyDescriptor(target, names[i]!);
    if (now && isSame(now, descriptors[i]!)) continue;
    defineProperty(target, names[i]!, descriptors[i]!);
    first = pathOf(path, names[i]!);
  }
  const now = ownKeys(target);
  for (let i = 0; now.length !== names.length && i < now.length; i++) {
    let isKnown = false;
    for (let j = 0; j < names.length; j++) if (names[j] === now[i]) isKnown = true;
    if (!isKnown && deleteProperty(target, now[i]!)) first = pathOf(path, now[i]!);
  }
  return first;
}

function pathOf(path: string, name: string | symbol): string {
  return typeof name === 'string' ? `${path}.${name}` : `${path}[${String(name)}]`;
}

function isSame(a: PropertyDescriptor, b: PropertyDescriptor): boolean {
  return (
    is(a.value, b.value) &&
    a.get === b.get &&
    a.set === b.set &&
    a.writable === b.writable &&
    a.enumerable === b.enumerable &&
    a.configurable === b.configurable
  );
}

/** Every object of the language that a program can get hold of, from the globals over prototypes and properties. */
function reachable(): Map<object, string> {
  const found = new Map<object, string>();
  const look = (value: unknown, path: string): void => {
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null || found.has(value)) return;
    found.set(value, path);
    for (const name of Reflect.ownKeys(value)) {
      const { value: item, get, set } = Object.getOwnPropertyDescriptor(value, name)!;
      for (const one of [item, get, set]) look(one, pathOf(path, name));
    }
    look(Object.getPrototypeOf(value), `the prototype of ${path}`);
  };
  for (const [name, value] of Object.entries(LANGUAGE)) look(value, name);
  for (const hidden of HIDDEN) look(hidden, 'something that is built in');
  return found;
}

import { LANGUAGE } from '#globals/language.ts';

/**
 * The language's own objects are shared by all plays: a program that changes `Array.prototype` would change the next play,
 * or the verdict. They are compared with how they were, and put back. Where they are frozen there is nothing to do.
 */
interface Kept {
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

const kept: readonly Kept[] = reachable().map((target) => {
  const names = Reflect.ownKeys(target);
  return {
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

/** Puts back everything that was changed. True when there was something. */
export function restoreBuiltins(): boolean {
  areFrozen ||= areAllFrozen();
  if (areFrozen) return false;
  let wasSpoiled = false;
  for (let i = 0; i < kept.length; i++) if (restored(kept[i]!)) wasSpoiled = true;
  return wasSpoiled;
}

function areAllFrozen(): boolean {
  for (let i = 0; i < kept.length; i++) if (!isFrozen(kept[i]!.target)) return false;
  return true;
}

function restored({ target, prototype, names, descriptors }: Kept): boolean {
  let wasSpoiled = false;
  if (getPrototypeOf(target) !== prototype) {
    setPrototypeOf(target, prototype);
    wasSpoiled = true;
  }
  for (let i = 0; i < names.length; i++) {
    const name = names[i]!;
    const now = getOwnPropertyDescriptor(target, name);
    if (now && isSame(now, descriptors[i]!)) continue;
    defineProperty(target, name, descriptors[i]!);
    wasSpoiled = true;
  }
  const now = ownKeys(target);
  for (let i = 0; now.length !== names.length && i < now.length; i++) {
    let isKnown = false;
    for (let j = 0; j < names.length; j++) if (names[j] === now[i]) isKnown = true;
    if (!isKnown) wasSpoiled = deleteProperty(target, now[i]!) || wasSpoiled;
  }
  return wasSpoiled;
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
function reachable(): object[] {
  const found = new Set<object>();
  const look = (value: unknown): void => {
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null || found.has(value)) return;
    found.add(value);
    look(Object.getPrototypeOf(value));
    for (const name of Reflect.ownKeys(value)) {
      const { value: item, get, set } = Object.getOwnPropertyDescriptor(value, name)!;
      look(item);
      look(get);
      look(set);
    }
  };
  for (const value of Object.values(LANGUAGE)) look(value);
  for (const hidden of HIDDEN) look(hidden);
  return [...found];
}

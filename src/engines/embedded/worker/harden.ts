/**
 * Makes the realm that learner code will run in harmless and incorruptible, once, before any of it runs: only the
 * language's own globals stay, text cannot become code, and every built-in is frozen. So no code can reach the worker's
 * powers, and nothing that one play does to a built-in reaches the next play or the verdict.
 *
 * The technique is that of Hardened JavaScript (SES); the override mistake is mended for the names that programs assign.
 * Throws when something cannot be removed or frozen: better no engine than an open one.
 *
 * `extra` are the only globals beside the language's own.
 */
export function harden(scope: object, extra: Readonly<Record<string, unknown>>): void {
  // What is tamed or taken away below is frozen, too: the lab may hold it.
  const original = everythingReachable([...languageOf(scope), new DOMException(), MessagePort]);
  removePowers(scope);
  Object.assign(scope, extra);
  forbidCodeFromText(scope);
  removeSharedState();
  removeWayToOtherBuiltins();
  for (const prototype of OFTEN_OVERRIDDEN) letInheritorsOverride(prototype, Reflect.ownKeys(prototype));
  for (const prototype of ALSO_OVERRIDDEN) letInheritorsOverride(prototype, ['toString', 'valueOf', 'toJSON']);
  for (const one of [...original, ...everythingReachable([scope, ...hiddenBuiltins()])]) Object.freeze(one);
}

/**
 * The language, without what would tell real time or what the machine speaks, share memory, observe the garbage collector
 * or make machine code.
 */
const LANGUAGE = new Set<PropertyKey>(
  `AggregateError Array ArrayBuffer BigInt BigInt64Array BigUint64Array Boolean DataView Date Error EvalError
  Float16Array Float32Array Float64Array Function Infinity Int16Array Int32Array Int8Array Iterator JSON Map Math NaN
  Number Object Promise Proxy RangeError ReferenceError Reflect RegExp Set String SuppressedError Symbol SyntaxError
  TypeError URIError Uint16Array Uint32Array Uint8Array Uint8ClampedArray WeakMap WeakSet decodeURI decodeURIComponent
  encodeURI encodeURIComponent escape eval globalThis isFinite isNaN parseFloat parseInt undefined unescape`.split(
    /\s+/,
  ),
);

/** Of the platform only what works on values: a learner finds it in any runtime. */
const PLATFORM = new Set<PropertyKey>(['URL', 'URLSearchParams', 'TextEncoder', 'TextDecoder', 'structuredClone']);

function removePowers(scope: object): void {
  if (!Reflect.deleteProperty(URL, 'createObjectURL')) cannot('URL.createObjectURL');
  if (!Reflect.deleteProperty(URL, 'revokeObjectURL')) cannot('URL.revokeObjectURL');
  for (let owner: object | null = scope; owner && owner !== Object.prototype; owner = Object.getPrototypeOf(owner)) {
    for (const key of Reflect.ownKeys(owner)) {
      if (LANGUAGE.has(key) || PLATFORM.has(key)) continue;
      if (!Reflect.deleteProperty(owner, key) && !isPlainConstant(owner, key)) cannot(String(key));
    }
  }
}

/** Like `TEMPORARY`, a number that browsers nail to the scope: a name, no power. */
function isPlainConstant(owner: object, key: PropertyKey): boolean {
  const { value } = Object.getOwnPropertyDescriptor(owner, key) ?? {};
  return typeof value === 'number';
}

/** `Function('return this')()`, by whichever constructor it is reached. The frame's policy forbids it, too. */
function forbidCodeFromText(scope: object): void {
  const refuse = (): never => {
    throw new EvalError('Text does not become code here: eval and Function are switched off in the sandbox.');
  };
  const kinds = [() => {}, async () => {}, function* () {}, async function* () {}];
  for (const kind of kinds) {
    const prototype: object = Object.getPrototypeOf(kind);
    const Tamed = function Tamed() {
      refuse();
    };
    Object.defineProperty(Tamed, 'prototype', { value: prototype, writable: false });
    Object.defineProperty(prototype, 'constructor', {
      value: Tamed,
      writable: true,
      configurable: true,
      enumerable: false,
    });
    if (prototype === Function.prototype) Object.defineProperty(scope, 'Function', { value: Tamed });
  }
  Object.defineProperty(scope, 'eval', { value: refuse });
}

/** State that every program of a realm shares, hidden in built-ins. */
function removeSharedState(): void {
  for (const key of Reflect.ownKeys(RegExp)) {
    const { get } = Object.getOwnPropertyDescriptor(RegExp, key)!;
    if (get && key !== Symbol.species) Reflect.deleteProperty(RegExp, key);
  }
  // V8 asks this function about every error's stack and hands it the frames, with their functions.
  const errors = Error as unknown as { prepareStackTrace?: unknown; stackTraceLimit?: number };
  errors.prepareStackTrace = undefined;
  errors.stackTraceLimit = 30;
}

/** `Temporal` is no longer there, and its classes with it, unless a date gives an instance of one. */
function removeWayToOtherBuiltins(): void {
  if (!Reflect.deleteProperty(Date.prototype, 'toTemporalInstant')) cannot('Date.prototype.toTemporalInstant');
}

function languageOf(scope: object): unknown[] {
  const names = [...LANGUAGE, ...PLATFORM].filter((name) => name !== 'globalThis');
  return [...names.map((name) => Reflect.get(scope, name)), ...hiddenBuiltins()];
}

/** Examples of what no global names: only they lead to what they inherit, and to the getters that all of their kind share. */
function hiddenBuiltins(): unknown[] {
  const iterators = [[].values(), new Map().values(), new Set().values(), ''[Symbol.iterator](), 'a'.matchAll(/a/g)];
  const functions = [async () => {}, function* () {}, async function* () {}];
  const traced = {};
  Error.captureStackTrace?.(traced);
  return [...iterators, ...functions, ...iteratorHelpers(), new URLSearchParams().values(), traced];
}

/** Not every browser has them. */
function iteratorHelpers(): unknown[] {
  const { Iterator: Helping } = globalThis as { Iterator?: { from(iterator: object): unknown } };
  const values: Iterator<unknown> & { map?(change: () => number): unknown } = [].values();
  return [Helping?.from({ next: () => {} }), values.map?.(() => 0)];
}

function everythingReachable(roots: readonly unknown[]): Set<object> {
  const found = new Set<object>();
  const waiting = [...roots];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if ((typeof next !== 'object' && typeof next !== 'function') || next === null || found.has(next)) continue;
    found.add(next);
    waiting.push(Object.getPrototypeOf(next));
    for (const key of Reflect.ownKeys(next)) {
      const { value, get, set } = Object.getOwnPropertyDescriptor(next, key)!;
      waiting.push(value, get, set);
    }
  }
  return found;
}

const OFTEN_OVERRIDDEN: readonly object[] = [
  Object.prototype,
  Function.prototype,
  Error.prototype,
  EvalError.prototype,
  RangeError.prototype,
  ReferenceError.prototype,
  SyntaxError.prototype,
  TypeError.prototype,
  URIError.prototype,
  AggregateError.prototype,
];

/** More of them would cost the fast paths that browsers have for lists and promises as they are. */
const ALSO_OVERRIDDEN: readonly object[] = [
  Array.prototype,
  Date.prototype,
  RegExp.prototype,
  Map.prototype,
  Set.prototype,
];

/**
 * A frozen `name` on `Error.prototype` would forbid `this.name = 'OutOfStock'` in a class that extends it. As an accessor it
 * reads the same, and assigning makes an own property of the inheritor, as everywhere else.
 */
function letInheritorsOverride(prototype: object, keys: readonly PropertyKey[]): void {
  for (const key of keys) {
    const { value, writable, enumerable } = Object.getOwnPropertyDescriptor(prototype, key) ?? {};
    if (!writable) continue;
    Object.defineProperty(prototype, key, {
      enumerable: enumerable === true,
      configurable: false,
      get: () => value,
      set(this: object, own: unknown) {
        if (this === prototype)
          throw new TypeError(`Built-ins are frozen in the sandbox: ${String(key)} cannot be replaced.`);
        Object.defineProperty(this, key, { value: own, writable: true, enumerable: true, configurable: true });
      },
    });
  }
}

function cannot(name: string): never {
  throw new Error(`This browser does not let go of ${name}, so learner code could reach it.`);
}

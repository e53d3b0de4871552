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
  removePowers(scope);
  Object.assign(scope, extra);
  forbidCodeFromText(scope);
  removeSharedState();
  const reachable = everythingReachable(scope);
  for (const prototype of OFTEN_OVERRIDDEN) letInheritorsOverride(prototype);
  for (const one of [...reachable, ...everythingReachable(scope)]) Object.freeze(one);
}

/** The language, without what would tell real time, share memory, observe the garbage collector or make machine code. */
const LANGUAGE = new Set<PropertyKey>(
  `AggregateError Array ArrayBuffer BigInt BigInt64Array BigUint64Array Boolean DataView Date Error EvalError
  Float16Array Float32Array Float64Array Function Infinity Int16Array Int32Array Int8Array Intl Iterator JSON Map Math NaN
  Number Object Promise Proxy RangeError ReferenceError Reflect RegExp Set String SuppressedError Symbol SyntaxError
  TypeError URIError Uint16Array Uint32Array Uint8Array Uint8ClampedArray WeakMap WeakSet decodeURI decodeURIComponent
  encodeURI encodeURIComponent escape eval globalThis isFinite isNaN parseFloat parseInt undefined unescape`.split(
    /\s+/,
  ),
);

/** Classes of the platform that the lab itself uses, and hands to learners in its own form or as they are. */
const PLATFORM_CLASSES = [
  'URL',
  'URLSearchParams',
  'TextEncoder',
  'TextDecoder',
  'MessagePort',
  'Blob',
  'DOMException',
];

const platform: object[] = [];

function removePowers(scope: object): void {
  for (const name of PLATFORM_CLASSES) {
    const found = (scope as Record<string, unknown>)[name];
    if (typeof found === 'function') platform.push(found);
  }
  for (const url of [globalThis.URL]) {
    if (!Reflect.deleteProperty(url, 'createObjectURL') || !Reflect.deleteProperty(url, 'revokeObjectURL'))
      cannot('URL.createObjectURL');
  }
  for (let owner: object | null = scope; owner && owner !== Object.prototype; owner = Object.getPrototypeOf(owner)) {
    for (const key of Reflect.ownKeys(owner)) {
      if (owner === scope && LANGUAGE.has(key)) continue;
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

function everythingReachable(scope: object): Set<object> {
  const iterators = [
    [].values(),
    new Map().values(),
    new Set().values(),
    ''[Symbol.iterator](),
    'a'.matchAll(/a/g),
    (function* () {})(),
    (async function* () {})(),
  ];
  const found = new Set<object>();
  const waiting: unknown[] = [
    scope,
    ...platform,
    ...iterators.map((one) => Object.getPrototypeOf(one)),
    Object.getPrototypeOf(async () => {}),
  ];
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

/**
 * A frozen `name` on `Error.prototype` would forbid `this.name = 'OutOfStock'` in a class that extends it. As an accessor it
 * reads the same, and assigning makes an own property of the inheritor, as everywhere else.
 */
function letInheritorsOverride(prototype: object): void {
  for (const key of Reflect.ownKeys(prototype)) {
    const { value, writable, enumerable } = Object.getOwnPropertyDescriptor(prototype, key)!;
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

import { SCOPE } from '#compile/scope.ts';
import { ONE_OF_EVERYTHING } from './one-of-everything.ts';

/**
 * A program whose processes walk over everything that they can reach, mark what can be changed, and print the path of
 * whatever bears a mark when they come to it: somebody before them has been there, and could have left more than a mark.
 * A process that has walked over everything prints `walked`.
 *
 * `globals` are the names of the language's own. Over them and what hides behind them it walks, too, or it spares them,
 * where the machine underneath does not freeze them.
 */
export function walking(ofLanguage: 'walk' | 'spare', globals: readonly string[]): ReadonlyMap<string, string> {
  const named = globals.filter((name) => !SCOPE.includes(name));
  const scope = `export const scope = { ${SCOPE.join()} };
    export const language = { ${named.map((name) => `${name}: typeof ${name} === 'undefined' ? 0 : ${name}`).join()} };`;
  const service = `import * as imported from './imported.ts';
    import { language, scope } from './scope.ts';
    import { builtIn, met } from './one-of-everything.ts';
    import { spare, walk } from './walk.ts';
    export default function start(platform) {
      ${ofLanguage}(language, 'language');
      ${ofLanguage}(builtIn(), 'built in');
      walk(scope, 'scope');
      walk(imported, 'imported');
      walk([this, ...arguments], 'start');
      void met(platform).then(() => console.log('walked'), (error) => console.log('stumbled', error));
    }`;
  return new Map([
    ['deployment.ts', DEPLOYMENT],
    ['schema.ts', SCHEMA],
    ['imported.ts', IMPORTED],
    ['scope.ts', scope],
    ['walk.ts', WALK],
    ['one-of-everything.ts', ONE_OF_EVERYTHING],
    ['service.ts', service],
  ]);
}

const DEPLOYMENT = `import * as tables from './schema.ts';
  export default {
    processes: { orders: './service.ts', shop: './service.ts' },
    tables,
    logs: { history: { partitions: 1 } },
    replicas: 1,
  };`;

const SCHEMA = `import { table } from 'lab';
  export const things = table('things', { id: 'uuid', position: 'bigserial', parts: 'jsonb?' }, { key: 'id' });`;

const IMPORTED = `export * as events from 'node:events'; export * as timers from 'node:timers/promises';
  export * as lab from 'lab';
  export * as schema from './schema.ts';`;

/** A mark is a property that nobody enumerates or, inside a collection that is frozen, the collection itself. */
const WALK = `const { apply, defineProperty, getOwnPropertyDescriptor, getPrototypeOf, isExtensible, ownKeys } = Reflect;
  const MARK = Symbol.for('somebody was here');
  const COLLECTIONS = [Map, Set, WeakMap, WeakSet].map(({ prototype }) => prototype);
  const met = new Set();

  /** For what is known to be shared and changeable: it is neither marked nor told, nor is what lies behind it. */
  export const spare = (whole, path) => visit(whole, path, () => {});
  export const walk = (whole, path) => visit(whole, path, tellAndMark);

  function visit(whole, path, at) {
    const waiting = [[whole, path]];
    for (const [one, path] of waiting) {
      if ((typeof one !== 'object' && typeof one !== 'function') || one === null || met.has(one)) continue;
      met.add(one);
      at(one, path);
      for (const name of ownKeys(one)) {
        const { get, set } = getOwnPropertyDescriptor(one, name);
        waiting.push([get, 'getter ' + path + '.' + String(name)], [set, 'setter ' + path + '.' + String(name)]);
      }
      for (let owner = one; owner; owner = attempt(() => getPrototypeOf(owner)))
        for (const name of ownKeys(owner)) waiting.push([attempt(() => one[name]), path + '.' + String(name)]);
      waiting.push([attempt(() => getPrototypeOf(one)), path + '.__proto__']);
    }
  }

  function tellAndMark(one, path) {
    const marked = getOwnPropertyDescriptor(one, MARK) !== undefined;
    if (marked || COLLECTIONS.some(({ has }) => attempt(() => apply(has, one, [one])))) console.log(path);
    if (isExtensible(one)) attempt(() => defineProperty(one, MARK, { value: true, configurable: true }));
    else if (!Object.isFrozen(one)) console.log(path, 'is half frozen');
    for (const { set, add } of COLLECTIONS) attempt(() => apply(set ?? add, one, [one, true]));
  }

  function attempt(get) {
    try { return get(); } catch { return undefined; }
  }`;

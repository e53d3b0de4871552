/** The part of the walking program that meets one of everything: what the language makes, and what comes of every effect. */
export const ONE_OF_EVERYTHING = `import { EventEmitter, once } from 'node:events'; import { setTimeout as sleep, setInterval as ticks } from 'node:timers/promises';
  import { things } from './schema.ts';
  import { walk } from './walk.ts';

  /** What no global names: prototypes that only an example leads to. */
  export function builtIn() {
    const traced = {};
    Error.captureStackTrace?.(traced);
    const thrown = [() => null.a, () => new Array(-1), () => JSON.parse('{'), () => structuredClone(() => {}), () => new URL('')];
    return [
      Object.getPrototypeOf(Date.prototype), Object.getPrototypeOf(Math), arguments,
      [].values(), ''[Symbol.iterator](), new Map().values(), new Set().values(), 'a'.matchAll(/a/g),
      (function* () {})(), (async () => {})(), (async function* () {})(), async () => {},
      new URLSearchParams().entries(), new URL('http://a/?b=c'), new TextEncoder().encode('a'), new TextDecoder(),
      typeof Iterator === 'undefined' ? 0 : [Iterator.from({ next() {} }), [].values().map?.(() => {})],
      Promise.withResolvers?.(), Proxy.revocable({}, {}), (() => {}).bind(), ((strings) => strings)\`a\`, /(?<a>a)/d.exec('a'),
      new Date().toTemporalInstant?.(), Object(1n), Object(Symbol()), traced, structuredClone({ at: new Date(0), all: new Map() }),
      ...thrown.map(errorOf),
    ];
  }

  /** One of everything that a process is given; \`this\` and \`arguments\`, too, of each function that it hands over. */
  export async function met({ app, broker, database, mail, replicas: [replica] }) {
    walk([new Date(), Date(), new AbortController(), AbortSignal.abort(), AbortSignal.any([]), AbortSignal.timeout(1)], 'made');
    walk([setInterval(() => {}, 10_000), setImmediate(() => {}), ticks(1), sleep(1), performance.now()], 'timer');
    walk([crypto.getRandomValues(new Uint8Array(1)), new EventEmitter(), once(new EventEmitter(), 'a')], 'made');
    walk([() => setTimeout(1), () => queueMicrotask(1), () => new EventEmitter().on('a'), () => new EventEmitter().emit('error'), () => AbortSignal.abort().throwIfAborted()].map(errorOf), 'thrown');
    await handing('setTimeout', (given) => setTimeout(given, 1, {}));
    await handing('queueMicrotask', (given) => queueMicrotask(given));
    await handing('onabort', (given) => { AbortSignal.timeout(1).onabort = given; });
    await handing('listener', (given) => new EventEmitter().on('a', given).emit('a'));
    await handing('a list’s own map', (map) => console.warn(Object.defineProperty([], 'map', { value: map })));
    await handing('toJSON', (toJSON) => broker.publish('nobody', { at: { toJSON } }));
    await handing('then', (then) => database.transaction(() => ({ then })));

    app.post('/:id', function () { walk([this, ...arguments], 'request'); return { status: 201, body: { parts: [{}] } }; });
    await sleep(20);
    for (const to of ['orders', 'shop', 'nowhere', '?']) await coming('fetch', () => fetch('http://' + to + '/a?b=c', { method: 'POST', body: '{"parts":[{}]}' }), async (response) => {
      walk([response, await response.json(), await response.text()], 'response');
    });
    await handing('a signal', (addEventListener) => coming('fetch', () => fetch('http://shop/a', { signal: { addEventListener } })));
    await coming('fetch', () => fetch('http://shop/a', { signal: AbortSignal.timeout(1) }));

    const queue = crypto.randomUUID();
    await handing('delivery', async (handler) => {
      await coming('consume', () => broker.subscribe(['a.*'], { queue, deadLetter: queue + '.dead' }, handler));
      await coming('publish', () => broker.publish('a.b', { parts: [{}] }));
    });
    await handing('record', async (handler) => {
      await coming('subscribe', () => broker.subscribe('history', { group: queue }, handler));
      await coming('publish', () => broker.publish('history', { parts: [{}] }, { key: 'a' }));
    });
    await coming('send', () => broker.send('nobody', {}));
    await coming('consume', () => broker.consume({ queue }, () => {}));
    await coming('mail', () => mail.send({ to: 'a', subject: 'b', text: 'c' }));
    await coming('mail', () => mail.send({}));

    const id = crypto.randomUUID();
    const statements = async (on) => {
      await coming('insert', () => on.insert(things, { id, parts: { all: [{}] } }));
      await coming('insert again', () => on.insert(things, { id }, { onConflict: 'do update' }));
      await coming('update', () => on.update(things, { id }, { parts: [{}] }));
      await coming('select', () => on.select(things, { id: { in: [id] } }, { limit: 1, lock: 'for update' }));
      await coming('select from nothing', () => on.select({}));
    };
    let over;
    await coming('transaction', () => database.transaction(async function (tx) {
      walk([this, ...arguments], 'transaction');
      await statements(tx);
      over = tx;
    }));
    await coming('what is over', () => over.delete(things, { id }));
    await statements(database);
    await coming('a second one', () => database.insert(things, { id }));
    await sleep(50);
    await coming('replica', () => replica.select(things));
    await coming('delete', () => database.delete(things, { id }));
  }

  /** Hands over a function, and waits until it is called. */
  function handing(path, hand) {
    return new Promise((resolve) => void hand(function () { walk([this, ...arguments], path); resolve(); arguments[0]?.call?.(); }));
  }

  /** What is given back at once, and what comes of it, be it an error. */
  async function coming(path, ask, more = () => {}) {
    const promise = ask();
    walk(promise, path);
    await promise.then(async (result) => { walk(result, path); await more(result); }, (error) => walk(error, path));
  }

  function errorOf(run) {
    try { return run(); } catch (error) { return error; }
  }`;

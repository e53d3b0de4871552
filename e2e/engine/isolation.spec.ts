import { expect } from '@playwright/test';
import type { Result, Trace } from 'lab/authoring';
import { walking } from '../../sandboxes/lab/promises/walking.ts';
import { type EnginePage, test } from './engine-page.ts';
import { alone, changed, filesOf } from './learner-files.ts';
import type { Handed } from './page/page.ts';

/** Ways out, each an expression that would be something if it worked. `ORIGIN` is the page's own server. */
const waysOut: Readonly<Record<string, string>> = {
  'the global object': 'self',
  'the global object, from a loose function': '(function () { return this; })()',
  'the global object, from a callback': '[1].map(function () { return this; })[0]',
  'the global object, by its worker class': 'globalThis.DedicatedWorkerGlobalScope ?? globalThis.WorkerGlobalScope',
  'the page above': 'globalThis.parent ?? globalThis.top ?? globalThis.opener',
  'the page, by a message': 'postMessage({ kind: "ended", ending: { kind: "done" } }) ?? "sent"',
  'the page, by a global message': 'globalThis.postMessage("hello") ?? "sent"',
  'messages of the worker': 'addEventListener("message", () => {}) ?? "listening"',
  'a message handler': '(onmessage = () => {}) && globalThis.onmessage',
  'a channel': 'new MessageChannel().port1',
  'other tabs': 'new BroadcastChannel("all").postMessage("hello") ?? "sent"',
  cookies: 'document.cookie.length + 1',
  'the cookie store': '(await cookieStore.set("a", "b")) ?? "set"',
  'local storage': 'localStorage.setItem("a", "b") ?? "stored"',
  IndexedDB: 'indexedDB.open("a")',
  'the private file system': 'await navigator.storage.getDirectory()',
  caches: 'await caches.open("a")',
  'the navigator': 'navigator.userAgent',
  'the address': 'location.href',
  'fetch, to the page’s server': '(await fetch("ORIGIN/stolen-fetch")).status',
  'fetch, from the global': '(await globalThis.fetch("ORIGIN/stolen-global-fetch")).status',
  XMLHttpRequest:
    '(() => { const x = new XMLHttpRequest(); x.open("GET", "ORIGIN/stolen-xhr"); x.send(); return x; })()',
  WebSocket: 'new WebSocket("ws://127.0.0.1:1/stolen")',
  EventSource: 'new EventSource("ORIGIN/stolen-events")',
  'a beacon': 'navigator.sendBeacon("ORIGIN/stolen-beacon", "a")',
  'an image': 'Object.assign(new Image(), { src: "ORIGIN/stolen-image" })',
  WebRTC: 'new RTCPeerConnection()',
  importScripts: 'importScripts("ORIGIN/stolen-script.js") ?? "loaded"',
  'a dynamic import': 'await import("ORIGIN/stolen-module.js")',
  'a dynamic import of text': 'await import("data:text/javascript,export default 1")',
  'a static import by address': 'await import("http://127.0.0.1:1/stolen.js")',
  eval: 'eval("1")',
  'indirect eval': '(0, eval)("this")',
  Function: 'new Function("return this")()',
  'Function, from a list': '[].constructor.constructor("return this")()',
  'Function, from the platform': 'platform.app.get.constructor("return this")()',
  'Function, from the console': 'console.log.constructor("return this")()',
  'Function, from a date': 'new Date().constructor.constructor("return this")()',
  'Function, from an error':
    '(() => { try { null.a } catch (e) { return e.constructor.constructor("return this")(); } })()',
  'an async Function': 'await (async () => {}).constructor("return this")()',
  'a generator Function': '(function* () {}).constructor("return this")().next()',
  'an async generator Function': 'await (async function* () {}).constructor("return this")().next()',
  'text as a timer':
    'setTimeout("globalThis.stolen = 1", 1) && (await new Promise((r) => setTimeout(r, 5))) === undefined && globalThis.stolen',
  WebAssembly: 'await WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))',
  'a worker of its own': 'new Worker("data:text/javascript,1")',
  'a shared worker': 'new SharedWorker("data:text/javascript,1")',
  'an address for text': 'URL.createObjectURL(new Blob(["1"]))',
  'the frames of a stack':
    '(() => { Error.prepareStackTrace = (_, frames) => frames; return typeof new Error().stack === "object" ? new Error().stack : undefined; })()',
  'the functions of a stack':
    '(() => { class E extends Error { static prepareStackTrace(_, f) { return f; } } return typeof new E().stack === "object" ? new E().stack : undefined; })()',
  'who called': '(function f() { return f.caller ?? f.arguments.callee.caller; })()',
  'the callee': '(function () { return arguments.callee; })()',
  'the register of modules': '__register',
  'Node’s modules': 'require("node:fs")',
  'Node’s process': 'process.binding("fs") ?? process.versions',
  'memory that is shared': 'new SharedArrayBuffer(8)',
  'real time':
    '(() => { const from = performance.now(); for (let i = 0; i < 3e6; i++); return performance.now() > from || undefined; })()',
  'real time, from the class behind a date':
    '(() => { let found; for (let p = new Date(); p; p = Object.getPrototypeOf(p)) for (let c = p.constructor; typeof c === "function"; c = Object.getPrototypeOf(c)) { try { if (Math.abs(new c() - new Date()) > 1000) found = c; if (Math.abs(c.now() - Date.now()) > 1000) found = c; } catch {} } return found; })()',
  'real chance': 'Object.getPrototypeOf(Math).random()',
  'what the garbage collector sees': 'new WeakRef({}).deref()',
  'a child realm': 'new ShadowRealm()',
};

function probe(expression: string, origin: string): string {
  return `export default async function start(platform) {
    try {
      const found = await (async () => (${expression.replaceAll('ORIGIN', origin)}))();
      console.log(found === undefined || found === null ? 'blocked' : 'reached ' + typeof found);
    } catch (error) {
      console.log('blocked ' + error);
    }
  }`;
}

test('the ways out that are tried are more than a dozen', () => {
  expect(Object.keys(waysOut).length).toBeGreaterThan(27);
});

for (const [name, expression] of Object.entries(waysOut)) {
  test(`learner code does not reach ${name}`, async ({ engine }) => {
    await engine.page.evaluate(() => sandbox.boot());
    const before = engine.requests.length;
    const { ending, told } = await engine.run(alone(probe(expression, engine.origin)), { kind: 'run' });
    const said = told
      .flatMap((one) => (one.kind === 'story' ? one.story.trace : []))
      .flatMap((entry) => (entry.kind === 'logged' ? [entry.text] : []));
    if (ending.kind === 'did not compile') expect(said).toEqual([]);
    else expect(said).toEqual([expect.stringMatching(/^blocked/)]);
    expect(
      engine.requests.slice(before).filter((path) => path !== '/favicon.ico' && !path.startsWith('/assets/frame-')),
    ).toEqual([]);
  });
}

test('nothing of the page changes when learner code tries all ways at once', async ({ engine }) => {
  const { page } = engine;
  await page.evaluate(() => {
    localStorage.setItem('kept', 'yes');
    Object.assign(globalThis, { heard: [] as unknown[] });
    addEventListener('message', (event) => heard.push(event.data));
    new BroadcastChannel('all').addEventListener('message', (event) => heard.push(event.data));
  });
  const text = `export default async function start(platform) {
    ${Object.values(waysOut)
      .filter((way) => !way.includes('import('))
      .map((way) => `try { await (async () => (${way.replaceAll('ORIGIN', engine.origin)}))(); } catch {}`)
      .join('\n')}
  }`;
  await engine.run(alone(text), { kind: 'run' });
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)));
  expect(await page.evaluate(() => [heard, { ...localStorage }, document.cookie])).toEqual([[], { kept: 'yes' }, '']);
  expect(await page.context().cookies()).toEqual([]);
  expect(engine.requests.filter((path) => path.includes('stolen'))).toEqual([]);
});

declare const heard: unknown[];
declare const sandbox: Handed['sandbox'];

/**
 * The parser reads `<!--` as operators, a classic script as the beginning of a comment: so the two can disagree about
 * brackets, and a file can close the function around it. What stands in `outside` is then run as the script's own.
 */
function breakingOut(outside: string): string {
  return [
    'let a = 1, b = 2; export default () => {};',
    'a <!-- b; x({ body: (function () { (function () {',
    '})();}), indent: 0 });',
    outside,
    '__register({ body: (function () { (function () { let a, b;',
    'a <!-- b; })();}), indent: 0 });',
    '',
  ].join('\n');
}

/** Names that give power in a worker, and the language's own ways from text to code. */
const powers =
  'postMessage onmessage addEventListener fetch XMLHttpRequest WebSocket WebSocketStream EventSource WebTransport Worker SharedWorker importScripts indexedDB caches navigator location BroadcastChannel MessageChannel Blob WebAssembly SharedArrayBuffer Atomics setTimeout setInterval queueMicrotask crypto performance FileReader Notification console self close'.split(
    ' ',
  );

test('a file that breaks out of the function around it is refused', async ({ engine }) => {
  const { ending, told } = await engine.run(alone(breakingOut('1;')), { kind: 'run' });
  expect(ending).toMatchObject({
    kind: 'did not compile',
    problems: [{ path: 'orders.ts', message: expect.stringContaining('brackets') }],
  });
  expect(told).toEqual([]);
  // It does run once, as this shows; the next test is about what it finds there.
  const { ending: looping } = await engine.run(alone(breakingOut('for (;;);')), { kind: 'run' });
  expect(looping.kind).toBe('timed out');
});

for (const [name, expression] of Object.entries({
  'a power of the worker': powers
    .map((power) => `typeof ${power} !== 'undefined' || typeof globalThis.${power} !== 'undefined'`)
    .join(' || '),
  'anything but the language on the global object': `Object.getPrototypeOf(globalThis) && Reflect.ownKeys(Object.getPrototypeOf(globalThis)).length > 0 && typeof globalThis.constructor !== 'function'`,
  'a global object that can be changed': `(() => { try { globalThis.mine = 1; } catch {} return 'mine' in globalThis || !Object.isFrozen(globalThis); })()`,
  'a built-in that can be changed': `!['Array', 'Object', 'Function', 'Promise', 'Map', 'JSON', 'Reflect', 'URL', 'Error'].every((name) => Object.isFrozen(globalThis[name]) && Object.isFrozen(globalThis[name].prototype ?? 1))`,
  'code from text': `(() => { try { return Function('return 1')() === 1; } catch { return false; } })() || (() => { try { return (0, eval)('1') === 1; } catch { return false; } })()`,
  'an address for a script': `'createObjectURL' in URL`,
})) {
  test(`a file that breaks out does not find ${name}`, async ({ engine }) => {
    // It has no way to say what it found: so it never ends when it found something.
    const { ending } = await engine.run(alone(breakingOut(`if (${expression}) for (;;);`)), { kind: 'run' });
    expect(ending.kind).toBe('did not compile');
  });
}

// ------------------------------------------------------------------------------------------------------------- forging

const patches: Readonly<Record<string, string>> = {
  'Array.prototype.filter': 'Array.prototype.filter = () => [];',
  'Array.prototype.find': 'Array.prototype.find = () => undefined;',
  'Array.prototype.push': 'Array.prototype.push = () => 0;',
  'Array.prototype[Symbol.iterator]': 'Array.prototype[Symbol.iterator] = function* () {};',
  'Array.isArray': 'Array.isArray = () => false;',
  'JSON.stringify': 'JSON.stringify = () => "{}";',
  'JSON.parse': 'JSON.parse = () => ({});',
  'Promise.prototype.then': 'Promise.prototype.then = function () { return this; };',
  'Promise itself': 'Promise.resolve = () => ({ then() {} });; Promise.all = Promise.resolve;',
  'Object.prototype':
    'Object.prototype.outcome = "passed";; Object.prototype.status = 201;; Object.prototype.confirmation = "sent";',
  'Object.prototype, with an accessor':
    'Object.defineProperty(Object.prototype, "because", { get: () => "fine", set() {} });',
  'Object.prototype, by its own assignment':
    'Object.prototype.toString = () => "x";; Object.prototype.hasOwnProperty = () => true;',
  __proto__: '({}).__proto__.kind = "mailed";; [].__proto__.length = 0;',
  'Object.keys, entries, freeze':
    'Object.keys = () => [];; Object.entries = () => [];; Object.freeze = (a) => a;; Object.assign = (a) => a;',
  'Map.prototype':
    'Map.prototype.get = () => undefined;; Map.prototype.has = () => true;; Map.prototype.set = function () { return this; };',
  'Set.prototype': 'Set.prototype.has = () => true;; Set.prototype.add = function () { return this; };',
  'String.prototype': 'String.prototype.includes = () => true;; String.prototype.split = () => [];',
  'RegExp.prototype': 'RegExp.prototype.exec = () => null;; RegExp.prototype.test = () => true;',
  'Number and Math': 'Number.isFinite = () => false;; Math.max = () => 0;; Object.getPrototypeOf(Math).max = () => 0;',
  'Function.prototype':
    'Function.prototype.call = () => {};; Function.prototype.apply = () => {};; Function.prototype.bind = () => () => {};',
  'Error.prototype':
    'Error.prototype.message = "fine";; Object.defineProperty(Error.prototype, "stack", { get: () => "" });',
  'the iterators': 'Object.getPrototypeOf([].values()).next = () => ({ done: true });',
  'the generators': 'Object.getPrototypeOf(Object.getPrototypeOf((function* () {})())).next = () => ({ done: true });',
  'Symbol.species': 'Object.defineProperty(Array, Symbol.species, { value: Object });',
  'Date and its class':
    'Object.getPrototypeOf(Date).now = () => 0;; Date.parse = () => NaN;; Date.prototype.toISOString = () => "";',
  'URL.prototype': 'Object.defineProperty(URL.prototype, "pathname", { get: () => "/" });',
  'the lab itself': 'lab.table = () => ({});; Object.defineProperty(lab, "table", { value: () => ({}) });',
  'a global of its own': 'globalThis.stolen = 1;; globalThis.Array = Object;; globalThis.Promise = undefined;',
};

/** Tried at the top of a module. What the sandbox refuses is swallowed, so that only what took effect could show. */
function patched(text: string, patch: string): string {
  const tried = patch.split(';; ').map((statement) => `try { ${statement}; } catch {}`);
  return `import * as lab from 'lab'; ${tried.join(' ')} ${text}\nvoid lab;`;
}

for (const [name, patch] of Object.entries(patches)) {
  test(`replacing ${name} neither changes a verdict nor reaches the next play`, async ({ engine }) => {
    const starter = new Map(filesOf('starter').map(({ path, text }) => [path, text]));
    const honest = await verdicts(engine, starter);
    const spoiled = await verdicts(
      engine,
      new Map([...starter, ['orders.ts', patched(starter.get('orders.ts')!, patch)]]),
    );
    expect(spoiled.outcomes).toEqual(honest.outcomes);
    expect(spoiled.traces).toEqual(honest.traces);
  });
}

async function verdicts(engine: EnginePage, files: ReadonlyMap<string, string>) {
  const { told, ending } = await engine.run(
    [...files].map(([path, text]) => ({ path, text })),
    { kind: 'check', depth: 'check' },
  );
  expect(ending.kind).toBe('done');
  const results = told.flatMap((one) => (one.kind === 'result' ? [one.result] : []));
  return {
    outcomes: results.map(wordsOf),
    traces: results.map((result) => ('trace' in result ? kinds(result.trace) : [])),
  };
}

const wordsOf = (result: Result) => [result.check, result.outcome, 'because' in result ? result.because : ''];
const kinds = (trace: Trace) => trace.map((entry) => [entry.kind, entry.at]);

test('programs may still override what they inherit', async ({ engine }) => {
  const text = `
    class OutOfStock extends Error {
      constructor(sku) { super('no ' + sku); this.name = 'OutOfStock'; }
    }
    function Old() {}
    Old.prototype = Object.create(Object.prototype);
    Old.prototype.constructor = Old;
    Old.prototype.toString = function () { return 'old'; };
    export default () => {
      const own = {};
      own.toString = () => 'own';
      own.hasOwnProperty = 1;
      own.constructor = 2;
      const error = new OutOfStock('pen');
      error.message = 'changed';
      const f = () => {};
      f.toString = () => 'f';
      const list = [];
      list.toString = () => 'list';
      console.log(String(own), own.hasOwnProperty, own.constructor, error.name, error.message, String(new Old()), String(f), String(list), Object.keys(own).join());
    };`;
  const { told } = await engine.run(alone(text), { kind: 'run' });
  const logged = told
    .flatMap((one) => (one.kind === 'story' ? one.story.trace : []))
    .find((entry) => entry.kind === 'logged');
  expect(logged).toMatchObject({ text: 'own 1 2 OutOfStock changed old f list toString,hasOwnProperty,constructor' });
});

test('no state that built-ins keep goes from one process to another', async ({ engine }) => {
  const text = `import { EventEmitter } from 'node:events';
    export default () => {
      /(secret)/.test('a secret');
      try { EventEmitter.prototype.emit = () => 'stolen'; EventEmitter.mine = 1; } catch {}
      console.log('left');
    };`;
  const reader = `import { EventEmitter } from 'node:events';
    export default () => { console.log(String(RegExp.$1), String(RegExp.lastMatch), String(EventEmitter.mine), new EventEmitter().emit('a')); };`;
  const files = [
    {
      path: 'deployment.ts',
      text: `export default { processes: { orders: './orders.ts', reader: './reader.ts' }, tables: {} };`,
    },
    { path: 'orders.ts', text },
    { path: 'reader.ts', text: reader },
  ];
  const { told } = await engine.run(files, { kind: 'run' });
  const said = told
    .flatMap((one) => (one.kind === 'story' ? one.story.trace : []))
    .flatMap((entry) => (entry.kind === 'logged' ? [`${entry.process}: ${entry.text}`] : []));
  expect(said).toContain('reader: undefined undefined undefined false');
});

test('what one run did is not there in the next', async ({ engine }) => {
  const mark = alone(
    'try { Array.prototype.mine = 1; globalThis.mine = 1; Object.prototype.mine = 1; } catch {}\nexport default () => console.log(String(globalThis.mine), String([].mine));',
  );
  await engine.run(mark, { kind: 'run' });
  const { told } = await engine.run(changed({ 'orders.ts': mark[1]!.text.replace(/^try.*\n/, '') }), { kind: 'run' });
  const said = told
    .flatMap((one) => (one.kind === 'story' ? one.story.trace : []))
    .flatMap((entry) => (entry.kind === 'logged' ? [entry.text] : []));
  expect(said[0]).toBe('undefined undefined');
});

test('no two processes or runs reach one thing that can be changed', async ({ engine }) => {
  const globals = await engine.page.evaluate(() => Object.getOwnPropertyNames(globalThis));
  const named = globals.filter((name) => /^[\w$]+$/.test(name) && Number.isNaN(Number(name)));
  const files = [...walking('walk', [...named, '__round'])].map(([path, text]) => ({ path, text }));
  const said: string[] = [];
  for (let run = 0; run < 2; run++) {
    const { told, ending } = await engine.run(files, { kind: 'run' });
    expect(ending).toEqual({ kind: 'done' });
    for (const entry of told.flatMap((one) => (one.kind === 'story' ? one.story.trace : [])))
      if (entry.kind === 'logged' && entry.level === 'log') said.push(entry.text);
  }
  expect(said).toEqual(['walked', 'walked', 'walked', 'walked']);
});

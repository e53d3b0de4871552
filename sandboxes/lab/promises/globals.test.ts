import { expect, test } from 'vitest';
import { entries, type Setting, said, traceOf } from './playing.ts';

const START = '2026-01-05T09:00:00.000Z';

test('time begins at the same instant in every play, and passes only as the simulation says', async () => {
  const lines = await linesOf(`
    console.log(new Date().toISOString(), Date.now() === new Date().getTime(), performance.now());
    for (let i = 0; i < 1e5; i++);
    console.log(new Date().toISOString());
    await sleep(1_500);
    console.log(new Date().toISOString(), performance.now());
    console.log(new Date('2020-02-03').toISOString(), new Date(2020, 1, 3) instanceof Date);`);
  expect(lines).toEqual([`${START} true 0`, START, '2026-01-05T09:00:01.500Z 1500', '2020-02-03T00:00:00.000Z true']);
});

test('timers run in the order of their times, then of their asking', async () => {
  const lines = await linesOf(`
    setTimeout(() => console.log('30'), 30);
    setTimeout((a, b) => console.log('10', a, b), 10, 'a', 'b');
    setTimeout(() => console.log('10 again'), 10);
    setTimeout(() => console.log('next'));
    const never = setTimeout(() => console.log('never'), 20);
    clearTimeout(never);
    await sleep(40);`);
  expect(lines).toEqual(['next', '10 a b', '10 again', '30']);
});

test('an interval comes again until it is cleared', async () => {
  const lines = await linesOf(`
    let left = 3;
    const interval = setInterval(() => { console.log(performance.now()); if (--left === 0) clearInterval(interval); }, 25);
    await sleep(500);`);
  expect(lines).toEqual(['25', '50', '75']);
});

test('microtasks run before any timer', async () => {
  const lines = await linesOf(`
    setTimeout(() => console.log('timer'), 0);
    void (async () => { for (let i = 0; i < 20; i++) await null; console.log('microtask'); })();
    await sleep(10);`);
  expect(lines).toEqual(['microtask', 'timer']);
});

test('sleeping gives the value back that it was given', async () => {
  expect(await linesOf(`console.log(await sleep(5, 'done'));`)).toEqual(['done']);
});

const chances = `export default () => { console.log(Math.random(), crypto.randomUUID()); };`;

test('chance is the same in every play, and another for each process, instance and life', async () => {
  const setting: Setting = {
    services: { one: chances, two: chances },
    instances: { two: 2 },
    play: async ({ operator }) => {
      operator.stop('one');
      await operator.start('one');
    },
  };
  const trace = await traceOf(setting);
  const lines = [...said(trace, 'one'), ...said(trace, 'two')];
  expect(new Set(lines).size, 'four lives, none like another').toBe(4);
  expect(entries(await traceOf(setting), 'logged')).toEqual(entries(trace, 'logged'));
});

test("one process that uses chance changes no other process's chance", async () => {
  const greedy = `export default () => { for (let i = 0; i < 10; i++) Math.random(); };`;
  const alone = said(await traceOf({ services: { one: chances } }), 'one');
  expect(said(await traceOf({ services: { greedy, one: chances } }), 'one')).toEqual(alone);
});

test('Math.random lies between 0 and 1, and the rest of Math is Math', async () => {
  const lines = await linesOf(`
    const drawn = Array.from({ length: 1_000 }, () => Math.random());
    console.log(drawn.every((n) => n >= 0 && n < 1), new Set(drawn).size > 990, drawn.some((n) => n < 0.1) && drawn.some((n) => n > 0.9));
    console.log(Math.max(1, 2), Math.floor(1.5), Math.PI > 3);`);
  expect(lines).toEqual(['true true true', '2 1 true']);
});

test('random ids are UUIDs of version 4, and no two are alike', async () => {
  const [ids] = await linesOf(`console.log(Array.from({ length: 100 }, () => crypto.randomUUID()).join(' '));`);
  const all = ids!.split(' ');
  expect(new Set(all).size).toBe(100);
  for (const id of all) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('the console writes into the trace, with its level', async () => {
  const trace = await traceOf({
    services: {
      one: `export default () => { console.log('a', 1, { b: 2 }); console.info('i'); console.warn('w'); console.error(new Error('e')); };`,
    },
  });
  expect(entries(trace, 'logged').map(({ level, text }) => [level, text.split('\n')[0]])).toEqual([
    ['log', expect.stringMatching(/^a 1 \{.*b.*2 ?\}$/)],
    ['info', 'i'],
    ['warn', 'w'],
    ['error', expect.stringContaining('e')],
  ]);
});

test('an event emitter belongs to its process, and works as in Node', async () => {
  const lines = await linesOf(
    `const emitter = new EventEmitter();
    emitter.on('order', (id) => console.log('first', id));
    emitter.on('order', (id) => console.log('second', id));
    console.log(emitter.emit('order', 17), emitter.emit('other'));`,
    `import { EventEmitter } from 'node:events';`,
  );
  expect(lines).toEqual(['first 17', 'second 17', 'true false']);
});

test('what the machine underneath has is not there: no network, no files, no other clock', async () => {
  const lines = await linesOf(`
    const names = ['process', 'require', 'XMLHttpRequest', 'WebSocket', 'localStorage', 'Worker', 'importScripts', 'document', 'window'];
    const there = (name) => { try { return globalThis[name] !== undefined; } catch { return false; } };
    console.log(names.filter(there).join(' ') || 'none');
    console.log(globalThis.Date === Date, globalThis.setTimeout === setTimeout, globalThis.fetch === fetch);`);
  expect(lines).toEqual(['none', 'true true true']);
});

/** What a service prints that does this as it starts. */
async function linesOf(text: string, imports = ''): Promise<string[]> {
  const one = `import { setTimeout as sleep } from 'node:timers/promises'; ${imports}
    export default async () => { ${text} };`;
  return said(await traceOf({ services: { one } }), 'one');
}

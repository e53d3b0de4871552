import { describe, expect, test } from 'vitest';
import { CompileError, compile } from './compile.ts';
import { scripts } from './scripts.ts';

const deployment = "export default { processes: { orders: './orders.ts' }, tables: {} };";

/** What is wrong with a program of these files, as `path:line:column message`. */
function problemsOf(files: Readonly<Record<string, string>>): string[] {
  try {
    compile(new Map(Object.entries({ 'deployment.ts': deployment, ...files })));
    return [];
  } catch (error) {
    if (error instanceof CompileError) return error.message.split('\n');
    throw error;
  }
}

const events =
  'export type OrderCreated = { id: string }; export interface Other {} export const topic = "order.created";';

describe('imports', () => {
  test.each([
    ["import { topic } from './events.ts'; export default topic;"],
    ["import type { OrderCreated } from './events.ts'; export default (event: OrderCreated) => event;"],
    ["import { type OrderCreated, topic } from './events.ts'; export default topic;"],
    ["import * as events from './events.ts'; export default events;"],
    ["export * from './events.ts'; export default 1;"],
    ["export { topic as default } from './events.ts';"],
    ["export type { OrderCreated } from './events.ts'; export default 1;"],
    ["import { table, type Platform } from 'lab'; export default table;"],
    ["import { setTimeout as sleep } from 'node:timers/promises'; export default sleep;"],
    ["import EventEmitter, { once } from 'node:events'; export default [EventEmitter, once];"],
    ['const box = { import: 1, export: 2, require: 3, await: 4 }; box.import; box.require; export default box;'],
  ])('%s is fine', (text) => {
    expect(problemsOf({ 'orders.ts': text, 'events.ts': events })).toEqual([]);
  });

  test.each([
    [
      "import { a } from './event.ts';",
      'orders.ts:1:19 There is no file event.ts. There are deployment.ts, orders.ts, events.ts.',
    ],
    [
      "import { topic } from './events';",
      "orders.ts:1:23 There is no file events. An import names the whole file, as in Node: write './events.ts'.",
    ],
    [
      "import { topic } from './events.js';",
      "orders.ts:1:23 There is no file events.js. An import names the whole file, as in Node: write './events.ts'.",
    ],
    [
      "import { topic } from './Events.ts';",
      "orders.ts:1:23 There is no file Events.ts. Capital and small letters differ: write './events.ts'.",
    ],
    ["\n  import './gone.ts';", 'orders.ts:2:10 There is no file gone.ts.'],
    ["import { tpoic } from './events.ts';", 'orders.ts:1:10 events.ts exports no “tpoic”. It exports topic.'],
    ["import events from './events.ts';", 'orders.ts:1:8 events.ts exports no default. It exports topic.'],
    [
      "import { OrderCreated } from './events.ts';",
      `orders.ts:1:10 “OrderCreated” is a type, which is gone when the program runs: write import type { OrderCreated } from './events.ts'.`,
    ],
    [
      "import { Platform } from 'lab';",
      `orders.ts:1:10 “Platform” is no value of lab: if it is a type, write import type { Platform } from 'lab'.`,
    ],
    [
      "import amqp from 'amqplib';",
      'orders.ts:1:18 There is no package “amqplib” in the sandbox. Your own files, lab,',
    ],
    [
      "import { EventEmitter } from 'events';",
      `orders.ts:1:30 There is no package “events” in the sandbox. Write 'node:events'.`,
    ],
    [
      "import { readFile } from 'node:events';",
      'orders.ts:1:10 “node:events” has no readFile here. It has default, EventEmitter, once.',
    ],
    ["const a = await import('./events.ts');", 'orders.ts:1:11 A module cannot await at its top here'],
    ["export default () => import('./events.ts');", 'orders.ts:1:22 import() is not there in the sandbox'],
    ['export default import.meta.url;', 'orders.ts:1:16 import.meta is not there in the sandbox'],
    ["const fs = require('fs');", 'orders.ts:1:12 require() is not there in the sandbox'],
    ['for await (const a of []) {}', 'orders.ts:1:5 A module cannot await at its top here'],
  ])('%s is refused with its remedy', (text, expected) => {
    expect(problemsOf({ 'orders.ts': text, 'events.ts': events })[0]).toContain(expected);
  });

  test('a missing deployment is named', () => {
    expect(() => compile(new Map([['orders.ts', '']]))).toThrow(
      'There is no deployment.ts: it says which processes run.',
    );
  });

  test('a path in a folder is said as the importing file must say it', () => {
    const [problem] = problemsOf({ 'shop/orders.ts': "import '../events';", 'events.ts': events });
    expect(problem).toContain("write '../events.ts'");
  });
});

describe('mistakes in the text', () => {
  test.each([
    ['const a = ;', 'orders.ts:1:11'],
    ['export default () => {\n  const a = ;\n};', 'orders.ts:2:13'],
    ['const a = 1;\n\nlet a = 2;', "orders.ts:3:5 This is not JavaScript: Identifier 'a' has already been declared."],
    ['const text = `abc', 'orders.ts:1'],
  ])('%j is reported where it is', (text, expected) => {
    expect(problemsOf({ 'orders.ts': text })[0]).toContain(expected);
  });

  test('one unreadable file does not make others look wrong', () => {
    expect(
      problemsOf({ 'orders.ts': "import { topic } from './events.ts';", 'events.ts': 'export const topic = ;' }),
    ).toHaveLength(1);
  });
});

describe('scripts', () => {
  const files = new Map([
    ['deployment.ts', deployment],
    ['orders.ts', 'const process = 1;\nexport default function start(): void {}'],
  ]);

  test('register the same modules as compile makes', () => {
    const registered: { path: string; scope: readonly string[]; indent: number }[] = [];
    for (const { text } of scripts(files).scripts)
      new Function('__register', text)((module: never) => registered.push(module));
    const compiled = compile(files);
    expect(registered.map(({ path, scope }) => ({ path, scope }))).toEqual(
      [...compiled.modules.values()].map(({ path, scope }) => ({ path, scope })),
    );
    expect(registered.every(({ indent }) => indent > compiled.modules.get('orders.ts')!.indent)).toBe(true);
  });

  test('keep the lines of the text', () => {
    const [, orders] = scripts(files).scripts;
    expect(orders!.text.split('\n')[1]).toContain('function start()');
    expect(orders!.text.endsWith('//# sourceURL=orders.ts')).toBe(true);
  });

  test('are none when there are problems', () => {
    const { scripts: made, problems } = scripts(new Map([['orders.ts', 'const a = ;']]));
    expect(made).toEqual([]);
    expect(problems.map(({ path }) => path)).toEqual(['orders.ts', 'deployment.ts']);
  });
});

import { play, type Scenario } from 'lab/authoring';
import { describe, expect, test } from 'vitest';
import { programOf, said, scenarioOf, traceOf } from './playing.ts';

describe('nothing of one play reaches the next', () => {
  test('what a module keeps in memory is gone', async () => {
    const program = programOf({
      services: { orders: `import { taken } from './counter.ts'; export default () => console.log(taken());` },
      files: { 'counter.ts': 'let count = 0; export const taken = () => ++count;' },
    });
    for (let i = 0; i < 3; i++) {
      const { trace } = await play(program, scenarioOf({}), []);
      expect(said(trace, 'orders')).toEqual(['1']);
    }
  });

  test('rows, messages, locks and queues are gone', async () => {
    const orders = `import { box } from './schema.ts';
      export default async ({ broker, database }) => {
        console.log((await database.select(box)).length);
        await broker.send('inbox', {}).catch((error) => console.log(error.code));
        await broker.consume({ queue: 'inbox' }, () => console.log('got one'));
        await broker.send('inbox', {});
        await database.insert(box, { id: 'a', v: 1 });
        void database.transaction(async (tx) => { await tx.update(box, { id: 'a' }, { v: 2 }); await new Promise(() => {}); });
      };`;
    const program = programOf({ services: { orders } });
    for (let i = 0; i < 3; i++) {
      const { trace } = await play(program, scenarioOf({}), []);
      expect(said(trace, 'orders')).toEqual(['0', 'NO_ROUTE', 'got one']);
    }
  });

  test('what a deployment says is read once, whatever stands there', async () => {
    const schema = `let asked = 0;
      const key = { toString: () => (asked++ < 9 ? 'id' : 'v') };
      export const counting = { name: 'counting', columns: { id: 'text', v: 'integer' }, key: [key] };`;
    const orders = `import { counting } from './schema.ts';
      export default async ({ database }) => {
        for (const v of [1, 2, 3]) await database.insert(counting, { id: 'a', v }).catch((error) => console.log(error.code));
      };`;
    const program = programOf({ services: { orders }, files: { 'schema.ts': schema } });
    for (let i = 0; i < 3; i++) {
      const { trace } = await play(program, scenarioOf({}), []);
      expect(said(trace, 'orders')).toEqual(['23505', '23505']);
    }
  });

  test('a handler does not come by what it was handed to', async () => {
    const orders = `export default async ({ app, broker }) => {
        const handler = function () { console.log(this); return { status: 200 }; };
        app.get('/', handler);
        await broker.consume({ queue: 'inbox' }, handler);
        await broker.subscribe('prices', { group: 'orders' }, handler);
        await broker.send('inbox', {});
        await broker.publish('prices', {});
      };`;
    const play: Scenario['play'] = async ({ customer, settled }) => {
      await customer.get('http://orders/');
      await settled();
    };
    const trace = await traceOf({ services: { orders }, logs: { prices: 1 }, play });
    expect(said(trace, 'orders')).toEqual(['undefined', 'undefined', 'undefined']);
  });

  test('what is exported by the lab or by Node is the same for the next process, however a program changed it', async () => {
    const changing = `import * as timers from 'node:timers/promises'; import * as events from 'node:events'; import * as lab from 'lab';
      export default () => {
        for (const change of [
          () => { timers.setTimeout = () => {}; },
          () => { events.EventEmitter.prototype.on = () => {}; },
          () => { lab.table = () => {}; },
          () => { lab.table.spoiled = true; },
        ]) { try { change(); } catch {} }
      };`;
    const using = `import { setTimeout as sleep } from 'node:timers/promises'; import { EventEmitter } from 'node:events'; import { table } from 'lab';
      export default async () => {
        await sleep(10);
        const emitter = new EventEmitter();
        emitter.on('order', () => console.log('heard'));
        emitter.emit('order');
        console.log(typeof table('box', {}, { key: 'id' }), table.spoiled);
      };`;
    const trace = await traceOf({ services: { changing, using } });
    expect(said(trace, 'using')).toEqual(['heard', 'object undefined']);
  });
});

import type { Start } from 'lab';
import { expect, test } from 'vitest';
import { between, entries, type Setting, said, traceOf } from './playing.ts';

const counting = `
  import { taken } from './counter.ts';
  export default ({ app, mail }) => {
    console.log('in memory', taken());
    app.post('/', async () => {
      console.log('in memory', taken());
      await mail.send({ to: 'ada@example.com', subject: '', text: '' });
      return { status: 200 };
    });
  };`;
const counter = { 'counter.ts': 'let count = 0; export const taken = () => ++count;' };

test('each life has fresh instances of all its modules', async () => {
  const trace = await traceOf({
    services: { orders: counting },
    files: counter,
    play: asking('orders'),
    schedule: 'crash-after@orders:mail:1',
  });
  expect(said(trace, 'orders')).toEqual(['in memory 1', 'in memory 2', 'in memory 1']);
  const loaded = entries(trace, 'loaded').map(({ module, life }) => `${module} ${life}`);
  expect(loaded).toEqual(['counter.ts 1', 'orders.ts 1', 'counter.ts 2', 'orders.ts 2']);
});

test('processes, and instances of one process, share no memory', async () => {
  const trace = await traceOf({ services: { one: counting, two: counting }, files: counter, instances: { two: 2 } });
  expect([...said(trace, 'one'), ...said(trace, 'two')]).toEqual(['in memory 1', 'in memory 1', 'in memory 1']);
});

test('within a process a module is one, whoever imports it', async () => {
  const trace = await traceOf({
    services: {
      orders: `import './other.ts'; import { taken } from './counter.ts'; export default () => console.log(taken());`,
    },
    files: { ...counter, 'other.ts': `import { taken } from './counter.ts'; taken();` },
  });
  expect(said(trace, 'orders')).toEqual(['2']);
});

test('a process that crashed starts again after 100 ms', async () => {
  const trace = await traceOf({
    services: { orders: counting },
    files: counter,
    play: asking('orders'),
    schedule: 'crash-before@orders:mail:1',
  });
  const [, again] = entries(trace, 'started');
  expect(again).toMatchObject({ process: 'orders', life: 2 });
  expect(between(entries(trace, 'crashed')[0], again)).toBe(100);
});

test('a process that the scenario left out is deployed when it is started, and hears nothing of what came before', async () => {
  const hearing = `export default ({ broker }) =>
    broker.subscribe('order.placed', { queue: 'late' }, ({ n }) => console.log(n));`;
  const trace = await traceOf({
    services: { late: hearing },
    instances: { late: 0 },
    play: async ({ publisher, operator, settled }) => {
      await publisher.publish('order.placed', { n: 1 });
      await operator.start('late');
      await publisher.publish('order.placed', { n: 2 });
      await settled();
    },
  });
  expect(entries(trace, 'started')).toMatchObject([{ process: 'late', instance: 1, life: 1 }]);
  expect(said(trace, 'late')).toEqual(['2']);
});

test('a process that was stopped stays down until it is started', async () => {
  const trace = await traceOf({
    services: { orders: counting },
    files: counter,
    play: async ({ operator, sleep, settled }) => {
      operator.stop('orders');
      await sleep(5_000);
      await operator.start('orders');
      await settled();
    },
  });
  const [stopped] = entries(trace, 'crashed');
  expect(stopped?.because).toBe('stopped');
  const [first, again, ...more] = entries(trace, 'started');
  expect([first?.life, again?.life, more]).toEqual([1, 2, []]);
  expect(between(stopped, again)).toBe(5_000);
});

test('stopping and starting a process means all of its instances', async () => {
  const trace = await traceOf({
    guests: { orders: () => {} },
    instances: { orders: 3 },
    play: async ({ operator }) => {
      operator.stop('orders');
      await operator.start('orders');
    },
  });
  expect(entries(trace, 'crashed').map(({ instance }) => instance)).toEqual([1, 2, 3]);
  expect(entries(trace, 'ready', { life: 2 }).map(({ instance }) => instance)).toEqual([1, 2, 3]);
});

test('after three starts that fail in a row a process stays down', async () => {
  const failing: Start = () => {
    throw new Error('a name is missing');
  };
  const trace = await traceOf({
    guests: { orders: () => {}, failing },
    instances: { failing: 1 },
    play: ({ settled }) => settled(),
  }).catch(() => []);
  expect(entries(trace, 'started', { process: 'failing' })).toHaveLength(3);
  expect(entries(trace, 'crashed').map(({ because, error }) => [because, error])).toEqual(
    [1, 2, 3].map(() => ['did not start', 'a name is missing']),
  );
});

test('a start that succeeds in between gives three more tries', async () => {
  let starts = 0;
  const flaky: Start = ({ mail }) => {
    starts++;
    if (starts % 3 !== 0) throw new Error('not now');
    void mail.send({ to: 'ada@example.com', subject: '', text: '' });
  };
  const trace = await traceOf({ guests: { flaky }, schedule: 'crash-after@flaky:mail:1,crash-after@flaky:mail:2' });
  expect(entries(trace, 'started')).toHaveLength(9);
  expect(entries(trace, 'ready')).toHaveLength(3);
});

test.each([
  ['a throw in a timer', `setTimeout(() => { throw new Error('late'); }, 10);`],
  ['a rejection that nobody awaits', `void Promise.reject(new Error('late'));`],
  ['a rejection that nobody awaits, after a while', `void sleep(10).then(() => { throw new Error('late'); });`],
])('%s ends the process, as in Node', async (_, text) => {
  const orders = `import { setTimeout as sleep } from 'node:timers/promises';
    export default ({ app }) => { app.post('/', () => { ${text} return { status: 200 }; }); };`;
  const bystander: Start = () => {};
  const trace = await traceOf({ services: { orders }, guests: { bystander }, play: asking('orders') });
  expect(entries(trace, 'crashed').map(({ process, because, error }) => [process, because, error])).toEqual([
    ['orders', 'unhandled error', 'late'],
  ]);
  expect(entries(trace, 'ready', { process: 'orders' })).toHaveLength(2);
});

test('what a crashed process had asked for never settles: no catch, no finally, no timer', async () => {
  const orders = `export default ({ app, mail }) => {
    app.post('/', async () => {
      setTimeout(() => console.log('timer'), 50);
      setInterval(() => console.log('interval'), 20);
      try {
        await mail.send({ to: 'ada@example.com', subject: '', text: '' });
        console.log('sent');
      } catch {
        console.log('caught');
      } finally {
        console.log('finally');
      }
      return { status: 200 };
    });
  };`;
  const trace = await traceOf({ services: { orders }, play: asking('orders'), schedule: 'crash-after@orders:mail:1' });
  expect(entries(trace, 'mailed')).toHaveLength(1);
  const after = entries(trace, 'logged').filter(
    ({ life, seq }) => life === 1 && seq > entries(trace, 'crashed')[0]!.seq,
  );
  expect(after).toEqual([]);
});

test('code that still runs when its process dies gets nothing done any more', async () => {
  const orders = `export default ({ app, broker, database, mail }) => {
    app.post('/', async () => {
      for (const send of [1, 2, 3]) void mail.send({ to: 'ada@example.com', subject: String(send), text: '' }).then(() => broker.publish('sent', { send }));
      return { status: 200 };
    });
  };`;
  const trace = await traceOf({ services: { orders }, play: asking('orders'), schedule: 'crash-after@orders:mail:2' });
  expect(entries(trace, 'mailed').map(({ subject }) => subject)).toEqual(['1', '2']);
  expect(entries(trace, 'published')).toEqual([]);
});

test('an author may not start what is not deployed', async () => {
  const setting: Setting = { guests: { orders: () => {} }, play: async ({ operator }) => operator.stop('payments') };
  await expect(withError(setting)).resolves.toMatch(/no process called payments/);
});

/** Answers what the scenario itself ran into. */
async function withError({ play, ...setting }: Setting): Promise<string> {
  let error: unknown;
  await traceOf({
    ...setting,
    play: async (stage) => {
      await play!(stage).catch((thrown: unknown) => {
        error = thrown;
      });
    },
  });
  return String(error);
}

function asking(process: string): NonNullable<Setting['play']> {
  return async ({ customer, settled }) => {
    await customer.post(`http://${process}/`, {});
    await settled();
  };
}
